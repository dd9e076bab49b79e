/*
 * standing.c: which mentions of bodies speak of them by themselves.
 *
 * A press agency that signs, the State of an ambassador, "gouvernement" in a title, "Nations unies"
 * in the middle of a longer name, and a prefecture that is only where something happens are found
 * as bodies, but give none to the report. A body has a row if one of its mentions counts.
 */
#include "bodies.h"

/* Is the token one of the signs beside which agencies sign? */
static bool
is_signing_mark(const CqAnalysis *analysis, uint32_t token)
{
	return cq_token_is(analysis, token, "/") || cq_token_is(analysis, token, "=");
}

bool
cq_is_signature(const CqAnalysis *analysis, const CqChunk *chunk)
{
	uint32_t	start = chunk->tokens.start;
	uint32_t	end = chunk->tokens.end;

	if (cq_span_sense(analysis, chunk->tokens, CQ_CLASS_PRESS_AGENCIES) == NULL)
		return false;
	if (start > 0 && cq_token_is(analysis, start - 1, "(") && cq_token_is(analysis, end, ")"))
		return true;
	return (start > 0 && is_signing_mark(analysis, start - 1)) || is_signing_mark(analysis, end);
}

/* Bodies too general to have a row when an office alone names them ("porte-parole du gouvernement"). */
static bool
is_general(const CqBody *body)
{
	static const char *const GENERAL[] = {"gouvernement", "parlement", "republique", "etat"};

	if (cq_string_is(body->kind, "state"))
		return true;
	for (size_t i = 0; i < sizeof(GENERAL) / sizeof(GENERAL[0]); i++)
	{
		if (cq_string_is(body->key, GENERAL[i]))
			return true;
	}
	return false;
}

/* Is the country in a list of codes, or does the list hold for all ("*")? */
static bool
list_has(CqString list, CqString country)
{
	if (cq_string_is(list, "*"))
		return true;
	for (uint32_t i = 0; country.len == 2 && i + 2 <= list.len; i++)
	{
		if (memcmp(list.bytes + i, country.bytes, 2) == 0)
			return true;
	}
	return false;
}

/* Is the chunk named as a territory rather than as a body? Everywhere so, it is a body where an office belongs to it. */
static bool
is_territory(const CqAnalysis *analysis, const CqChunk *chunk, bool in_office)
{
	CqSpan		head = cq_chunk_slot(analysis, chunk, CQ_SLOT_HEAD);
	const CqSense *sense = head.end > head.start ? cq_span_sense(analysis, head, CQ_CLASS_INSTITUTION_HEADS) : NULL;
	CqString	list;

	if (sense == NULL)
		return false;
	list = cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTION_HEADS_TERRITORY);
	return list_has(list, analysis->country) && !(in_office && cq_string_is(list, "*"));
}

/* Does a body inside the name of another stand there by itself, as its last part does? */
static bool
counts_within(const CqAnalysis *analysis, const CqChunk *outer, const CqChunk *chunk)
{
	if (outer->tokens.end != chunk->tokens.end)
		return false;
	return outer->referent == CQ_NOBODY || !cq_string_is(analysis->bodies.at[outer->referent].kind, "ministry");
}

/* Is the office a minister's, whose portfolio names bodies only as its matter? */
static bool
is_portfolio(const CqAnalysis *analysis, const CqChunk *office)
{
	const CqSense *head = cq_span_sense(analysis, cq_chunk_slot(analysis, office, CQ_SLOT_HEAD), CQ_CLASS_OFFICES);

	return head != NULL && cq_string_is(cq_sense_attribute(analysis->lexicon, head, CQ_OFFICES_KIND), "minister");
}

bool
cq_mention_counts(const CqAnalysis *analysis, const CqChunk *chunk)
{
	const CqChunk *outer = chunk->parent != CQ_NOBODY ? &analysis->chunks.at[chunk->parent] : NULL;
	bool		in_office = outer != NULL && outer->kind == CQ_CHUNK_OFFICE;

	if (outer != NULL && outer->kind == CQ_CHUNK_INSTITUTION && !counts_within(analysis, outer, chunk))
		return false;
	if (in_office && (is_general(&analysis->bodies.at[chunk->referent]) || is_portfolio(analysis, outer)))
		return false;
	return !cq_is_signature(analysis, chunk) && !is_territory(analysis, chunk, in_office);
}
