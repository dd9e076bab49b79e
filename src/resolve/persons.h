/*
 * persons.h: names and whom they mean.
 */
#ifndef CQ_PERSONS_H
#define CQ_PERSONS_H

#include "analysis.h"

/* The tokens of a slot of the candidate that made a chunk; an empty span if it has none. */
CqSpan		cq_chunk_slot(const CqAnalysis *analysis, const CqChunk *chunk, uint16_t slot);

/* The first sense of a class among the units of a stretch; NULL if there is none. */
const CqSense *cq_span_sense(const CqAnalysis *analysis, CqSpan tokens, uint32_t class);

/* The unit that begins at a token, or the first one after it. */
uint32_t	cq_unit_at(const CqUnits *units, uint32_t token);

/* The gender written "m" or "f" in a cell. */
CqGender	cq_gender_of(CqString value);

/*
 * The person that a name refers to, CQ_NOBODY for none yet. `civility`: the name stands behind
 * "M." or the like, so that a single word is enough.
 */
uint32_t	cq_person_find(CqAnalysis *analysis, CqString key, CqGender gender, bool civility);

/* The person a name or maybe chunk refers to, made if new. */
uint32_t	cq_person_of_chunk(CqAnalysis *analysis, uint32_t chunk);

#endif
