/*
 * officials.h: persons and the offices they hold.
 */
#ifndef CQ_OFFICIALS_H
#define CQ_OFFICIALS_H

#include "offices.h"

/* The chunk that a unit of a later round stands for; NULL for a word. */
CqChunk    *cq_unit_chunk(CqAnalysis *analysis, const CqUnit *unit);

/*
 * The person that a unit names, CQ_NOBODY if it names none. A stretch that only may be a name
 * becomes one by being asked.
 */
uint32_t	cq_unit_person(CqAnalysis *analysis, const CqUnit *unit);

/* The office that a unit names, or CQ_NOBODY. */
uint32_t	cq_unit_office(CqAnalysis *analysis, const CqUnit *unit);

/* Let a person hold an office that nobody holds yet. */
void		cq_office_give(CqAnalysis *analysis, uint32_t office, uint32_t person);

#endif
