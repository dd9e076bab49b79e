/*
 * bodies.h: institutions, and small questions about stretches of the text.
 */
#ifndef CQ_BODIES_H
#define CQ_BODIES_H

#include "persons.h"

/* Is the token, folded, this word or sign? */
bool		cq_token_is(const CqAnalysis *analysis, uint32_t token, const char *sign);

/* The first chunk that begins at or after a token. */
uint32_t	cq_chunk_from(const CqAnalysis *analysis, uint32_t token);

/* The country that a place of the lexicon lies in, or an adjective of nationality names; or none. */
CqString	cq_unit_country(const CqAnalysis *analysis, const CqUnit *unit);

/* The first country told by a stretch's places and nationalities; none if it tells none. */
CqString	cq_span_country(const CqAnalysis *analysis, CqSpan tokens);

/* The body of an institution chunk that lies within a stretch, widest first; CQ_NOBODY if none. */
uint32_t	cq_body_within(const CqAnalysis *analysis, CqSpan tokens);

/* Where the sentence of a token begins: behind the last full stop or line end before it. */
uint32_t	cq_sentence_start(const CqAnalysis *analysis, uint32_t token);

/*
 * How the text itself names a body: what it explains an acronym by; else the name used within a
 * stretch; else its fullest name.
 */
CqString	cq_body_text_name(CqAnalysis *analysis, uint32_t body, CqSpan within);

#endif
