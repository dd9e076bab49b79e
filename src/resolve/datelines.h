/*
 * datelines.h: where and when a dispatch was filed.
 */
#ifndef CQ_DATELINES_H
#define CQ_DATELINES_H

#include "bodies.h"

/* The press agency that a token names whatever its letter case; NULL if none. */
const CqSense *cq_agency_sense(const CqAnalysis *analysis, uint32_t token);

/* The country of the text: given by the caller, else of its dateline; none if neither tells. */
CqString	cq_context_country(const CqAnalysis *analysis);

#endif
