/*
 * writing.h: canonical forms, written from the tokens of a text.
 *
 * Whatever the source did to a name (capitals, broken lines, decomposed accents, entities,
 * typographic apostrophes), its canonical form is in NFC with straight apostrophes and single
 * blanks, with the case and accents that a French newspaper would print.
 */
#ifndef CQ_WRITING_H
#define CQ_WRITING_H

#include "analysis.h"

typedef struct CqWriter
{
	CqAnalysis *analysis;
	CQ_LIST(char) out;
} CqWriter;

/* How to write a token. */
typedef enum CqLetters
{
	CQ_LETTERS_KEPT,			/* as it stands; a lost accent on a first capital comes back ("État") */
	CQ_LETTERS_LOW,				/* small letters */
	CQ_LETTERS_TITLE			/* a capital first, small letters after */
} CqLetters;

/* Write one token, with what joins it to the one before: a blank, a hyphen or nothing. */
void		cq_write_token(CqWriter *writer, uint32_t token, CqLetters letters);

/* Write a string as it is. */
void		cq_write_string(CqWriter *writer, CqString string);

/* What was written so far, in the arena; none if nothing was. */
CqString	cq_writer_string(CqWriter *writer);

/* The tokens [start, end) in one go; capitals all through are brought down, see writing.c. */
CqString	cq_write_stretch(CqAnalysis *analysis, CqSpan tokens);

/* The tokens of a person's name. */
CqString	cq_write_name(CqAnalysis *analysis, CqSpan tokens);

/* Their folded forms, one blank between. */
CqString	cq_write_key(CqAnalysis *analysis, CqSpan tokens);

/* A string folded, words joined by hyphens: "Abdelouafi Laftit" gives "abdelouafi-laftit". */
CqString	cq_write_slug(CqAnalysis *analysis, CqString string);

#endif
