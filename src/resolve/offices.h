/*
 * offices.h: offices named in a text.
 */
#ifndef CQ_OFFICES_H
#define CQ_OFFICES_H

#include "bodies.h"

/* Bring an office written in the plural down to one holder of this gender (a CqGender). */
void		cq_office_singular(CqAnalysis *analysis, uint32_t office, uint8_t gender);

/*
 * Make an office that of its holder's counterpart in another country: of a long list of portfolios
 * only the first is sure to be his too.
 */
void		cq_office_of_counterpart(CqAnalysis *analysis, uint32_t office, CqString country);

/* Fill in what an office's complement and body decide: kind, institution, country. */
void		cq_office_place(CqAnalysis *analysis, CqOffice *office);

/* Is the head one that belongs to some body ("secrétaire général")? */
bool		cq_office_wants_body(const CqAnalysis *analysis, const CqOffice *office);

/* Give an office another complement than the one written behind it. */
void		cq_office_complement(CqAnalysis *analysis, uint32_t office, CqSpan tokens);

/* Make the office of presiding over the body of an institution chunk, and give it to a person. */
void		cq_office_preside(CqAnalysis *analysis, uint32_t chunk, uint32_t person);

#endif
