/*
 * bodies.h: institutions, and small questions about stretches of the text.
 */
#ifndef CQ_BODIES_H
#define CQ_BODIES_H

#include "persons.h"

/* Is the token, folded, this word or sign? Inline, so that a literal's length is known. */
static inline bool
cq_token_is(const CqAnalysis *analysis, uint32_t token, const char *sign)
{
	const CqToken *at = &analysis->text.tokens.at[token];
	size_t		len = strlen(sign);

	return token < analysis->text.tokens.len && at->fold_len == len &&
		memcmp(analysis->text.folded + at->fold, sign, len) == 0;
}

/* The first chunk that begins at or after a token. */
uint32_t	cq_chunk_from(const CqAnalysis *analysis, uint32_t token);

/* The country that a place of the lexicon lies in, or an adjective of nationality names; or none. */
CqString	cq_unit_country(const CqAnalysis *analysis, const CqUnit *unit);

/* The first country told by a stretch's places and nationalities; none if it tells none. */
CqString	cq_span_country(const CqAnalysis *analysis, CqSpan tokens);

/*
 * The country that the words right behind a body tell ("le Conseil présidentiel libyen", "le
 * gouvernement du Niger"); none if they tell none.
 */
CqString	cq_country_beside(const CqAnalysis *analysis, CqSpan tokens);

/* Is the chunk the press agency that signs a dateline or dispatch: "(APS)", "/BELGA"? */
bool		cq_is_signature(const CqAnalysis *analysis, const CqChunk *chunk);

/* Does this mention of a body, its referent, speak of it by itself, so that it has a row? */
bool		cq_mention_counts(const CqAnalysis *analysis, const CqChunk *chunk);

/* The body of an institution chunk that lies within a stretch, widest first; CQ_NOBODY if none. */
uint32_t	cq_body_within(const CqAnalysis *analysis, CqSpan tokens);

/* The first pair with this short form; CQ_NOBODY if the text explains none like it. */
uint32_t	cq_pair_of(CqAnalysis *analysis, CqSpan tokens);

/* Make chunks of long forms that are bodies and of their short forms; drop those that are none. */
void		cq_claim_acronyms(CqAnalysis *analysis);
/* Where the sentence of a token begins: behind the last full stop or line end before it. */
uint32_t	cq_sentence_start(const CqAnalysis *analysis, uint32_t token);

/*
 * How the text itself names a body: what it explains an acronym by; else the name used within a
 * stretch; else its fullest name.
 */
CqString	cq_body_text_name(CqAnalysis *analysis, uint32_t body, CqSpan within);

#endif
