/*
 * counter.h: from tokens to characters.
 */
#ifndef CQ_COUNTER_H
#define CQ_COUNTER_H

#include "analysis.h"

/* Counts characters up to a byte. Calls come with rising offsets, so that the whole is linear. */
typedef struct CqCounter
{
	uint32_t	byte;			/* reached */
	uint32_t	characters;		/* before it */
} CqCounter;

/* The characters before token `token` begins. */
uint32_t	cq_count_to_token(const CqAnalysis *analysis, CqCounter *counter, uint32_t token);

/* Where tokens stand in the body, in characters. */
CqPlaceInText cq_place_in_text(const CqAnalysis *analysis, CqCounter *counter, CqSpan tokens);

#endif
