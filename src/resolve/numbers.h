/*
 * numbers.h: numbers, written in figures or in words.
 */
#ifndef CQ_NUMBERS_H
#define CQ_NUMBERS_H

#include "analysis.h"

typedef struct CqNumber
{
	CqDecimal	value;
	bool		about;			/* "une dizaine": about so many */
	CqString	currency;		/* that a magnitude implied ("MMDH"), or none */
} CqNumber;

/* Read the number that a stretch of tokens writes; false if it writes none, or one too large. */
bool		cq_number_read(const CqAnalysis *analysis, CqSpan tokens, CqNumber *number);

/* The same for a small whole number: -1 if there is none. */
int32_t		cq_number_small(const CqAnalysis *analysis, CqSpan tokens);

/* The digits of one token as a number; -1 if it is none of up to nine digits. */
int32_t		cq_token_number(const CqAnalysis *analysis, uint32_t token);

/* Write a decimal number as SQL's numeric reads it. */
CqString	cq_decimal_write(CqArena *arena, CqDecimal value);

/* The number in a cell of the lexicon, digits with a minus before. */
int32_t		cq_cell_number(CqString cell);

#endif
