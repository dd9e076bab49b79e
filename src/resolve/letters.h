/*
 * letters.h: whether the letters of a short form come from the words of a long one.
 */
#ifndef CQ_LETTERS_H
#define CQ_LETTERS_H

#include "bodies.h"
#include "writing.h"

/* Tokens of the longest short form: "PACTE ESRI 2030", "AMF-UMOA". */
#define ACRONYM_TOKENS_MAX 4

/* Can the stretch be a short form, by the way it is written? */
bool		cq_may_be_acronym(const CqAnalysis *analysis, CqSpan span);

/* Does the stretch hold a word in capitals, so that it is a short form by its letters alone? */
bool		cq_is_capitals(const CqAnalysis *analysis, CqSpan span);

/* Is the stretch one word, its parts joined by hyphens? */
bool		cq_is_one_word(const CqAnalysis *analysis, CqSpan span);

/* Is the stretch a row of capitalised words, as names in other languages are? */
bool		cq_is_foreign(const CqAnalysis *analysis, CqSpan span);

/* Do the letters come from the words of the long form, its first word included? */
bool		cq_letters_fit(const CqAnalysis *analysis, CqSpan acronym, CqSpan long_form);

/*
 * The long form that ends before `end` and begins not before `least`, by the letters alone; empty
 * if they come from no words there.
 */
CqSpan		cq_letters_before(const CqAnalysis *analysis, CqSpan acronym, uint32_t least, uint32_t end);

#endif
