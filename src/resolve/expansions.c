/*
 * expansions.c: which pairs of a short and a long form name bodies, and where these stand.
 *
 * The long form is a body if the rules found it as one, if it begins with the head of one ("Groupe
 * migratoire mixte"), or if it is a row of capitalised words that is no French noun phrase ("China
 * Railway Construction Corporation"). Then it is a chunk, and so is its short form all over the text.
 * The short form of anything else ("petites et moyennes entreprises (PME)") is no body, even where
 * the lexicon knows one of that name.
 */
#include "letters.h"

/* The innermost chunk over each token, CQ_NOBODY where there is none. */
static uint32_t *
innermost_chunks(CqAnalysis *analysis)
{
	uint32_t   *inner = cq_arena_alloc(analysis->arena, (analysis->text.tokens.len + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i <= analysis->text.tokens.len; i++)
		inner[i] = CQ_NOBODY;
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		for (uint32_t j = analysis->chunks.at[i].tokens.start; j < analysis->chunks.at[i].tokens.end; j++)
			inner[j] = i;
	}
	return inner;
}

/* Is there a capital in the stretch behind its first unit? */
static bool
has_later_capital(const CqAnalysis *analysis, CqSpan span, const CqUnit *first)
{
	for (uint32_t i = first->end; i < span.end; i++)
	{
		if (cq_shape_is_capital(analysis->text.tokens.at[i].shape) && !(analysis->text.tokens.at[i].marks & CQ_TOKEN_ELIDED))
			return true;
	}
	return false;
}

/* Does the stretch read like the name of a body, by its first words? */
static bool
reads_like_body(const CqAnalysis *analysis, CqSpan span)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	const CqUnit *first = &units->at[cq_unit_at(units, span.start)];

	if (!cq_shape_is_capital(analysis->text.tokens.at[span.start].shape) || first->first != span.start)
		return false;
	if (cq_unit_is(analysis->lexicon, first, CQ_CLASS_INSTITUTION_HEADS) ||
		cq_unit_is(analysis->lexicon, first, CQ_CLASS_INSTITUTIONS))
		return true;
	if (cq_unit_is(analysis->lexicon, first, CQ_CLASS_PORTFOLIOS))
		return has_later_capital(analysis, span, first);
	return !cq_unit_is(analysis->lexicon, first, CQ_CLASS_NOUN) && !cq_unit_is(analysis->lexicon, first, CQ_CLASS_ADJ) &&
		cq_is_foreign(analysis, span);
}

/* Note a new chunk of a body; it joins the others when all are found. */
static void
add_body_chunk(CqAnalysis *analysis, CqSpan span)
{
	CqChunk    *chunk = cq_list_add(analysis->arena, &analysis->chunks);

	*chunk = (CqChunk) {.tokens = span, .kind = CQ_CHUNK_INSTITUTION, .rule = CQ_RULE_ACRONYM,
	.candidate = UINT32_MAX, .parent = CQ_NOBODY, .referent = CQ_NOBODY, .beaten = CQ_NOBODY};
}

/* What stands over a stretch already. */
typedef enum Ground
{
	GROUND_FREE,				/* nothing that matters */
	GROUND_BODY,				/* the stretch is an institution */
	GROUND_TAKEN				/* something else holds it all */
} Ground;

/* May the chunk stay when the stretch becomes an institution? */
static bool
may_stay(const CqChunk *chunk, CqSpan span)
{
	if (cq_span_covers(chunk->tokens, span))
		return chunk->kind == CQ_CHUNK_INSTITUTION || chunk->kind == CQ_CHUNK_TEXT;
	return cq_span_covers(span, chunk->tokens) && (chunk->kind == CQ_CHUNK_INSTITUTION ||
												   chunk->kind == CQ_CHUNK_PLACE || chunk->kind == CQ_CHUNK_NATIONALITY);
}

/* Look at the chunks over a stretch; those that would be in the way are marked in `drop` if `clear`. */
static Ground
survey(const CqAnalysis *analysis, const uint32_t *inner, CqSpan span, bool *drop, bool clear)
{
	for (uint32_t i = span.start; i < span.end; i++)
	{
		for (uint32_t j = inner[i]; j != CQ_NOBODY; j = analysis->chunks.at[j].parent)
		{
			const CqChunk *chunk = &analysis->chunks.at[j];

			if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->tokens.start == span.start && chunk->tokens.end == span.end)
				return GROUND_BODY;
			if (may_stay(chunk, span))
				continue;
			if (cq_span_covers(chunk->tokens, span) && chunk->kind != CQ_CHUNK_MAYBE && chunk->kind != CQ_CHUNK_PLACE)
				return GROUND_TAKEN;
			if (clear)
				drop[j] = true;
		}
	}
	return GROUND_FREE;
}

/* Decide which pairs name bodies, and make chunks of their long forms. */
static void
claim_expansions(CqAnalysis *analysis, const uint32_t *inner, bool *drop)
{
	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		CqAcronym  *pair = &analysis->acronyms.at[i];
		bool		first = analysis->acronym_firsts.at[pair->key] == i;
		Ground		ground = survey(analysis, inner, pair->expansion, drop, false);

		pair->names_body = ground == GROUND_BODY;
		if (ground != GROUND_FREE || !first || !reads_like_body(analysis, pair->expansion))
			continue;
		pair->names_body = true;
		survey(analysis, inner, pair->expansion, drop, true);
		add_body_chunk(analysis, pair->expansion);
	}
}

/* The tokens from `token` on that are the short form of a pair, longest first; empty if none are. */
static CqSpan
short_form_at(CqAnalysis *analysis, uint32_t token, uint32_t *pair)
{
	for (uint32_t len = ACRONYM_TOKENS_MAX; len > 0; len--)
	{
		CqSpan		span = {token, token + len};

		if (span.end > analysis->text.tokens.len)
			continue;
		*pair = cq_pair_of(analysis, span);
		if (*pair != CQ_NOBODY && (analysis->acronyms.at[*pair].acronym.end - analysis->acronyms.at[*pair].acronym.start == len))
			return span;
	}
	return (CqSpan) {token, token};
}

/* Make chunks of the short forms of bodies wherever they stand, and drop those of other things. */
static void
claim_short_forms(CqAnalysis *analysis, const uint32_t *inner, bool *drop)
{
	for (uint32_t token = 0; token < analysis->text.tokens.len; token++)
	{
		uint32_t	pair;
		CqSpan		span;

		if (analysis->text.tokens.at[token].shape > CQ_SHAPE_INIT || analysis->text.tokens.at[token].shape == CQ_SHAPE_LOW)
			continue;
		span = short_form_at(analysis, token, &pair);
		if (span.end == span.start)
			continue;
		if (!analysis->acronyms.at[pair].names_body)
		{
			if (survey(analysis, inner, span, drop, false) == GROUND_BODY)
				drop[inner[token]] = true;
		}
		else if (survey(analysis, inner, span, drop, false) == GROUND_FREE)
		{
			survey(analysis, inner, span, drop, true);
			add_body_chunk(analysis, span);
		}
		token = span.end - 1;
	}
}

void
cq_claim_acronyms(CqAnalysis *analysis)
{
	uint32_t   *inner = innermost_chunks(analysis);
	uint32_t	before = analysis->chunks.len;
	bool	   *drop = cq_arena_zero(analysis->arena, before + 1);
	uint32_t	kept = 0;

	claim_expansions(analysis, inner, drop);
	claim_short_forms(analysis, inner, drop);
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		if (i >= before || !drop[i])
			analysis->chunks.at[kept++] = analysis->chunks.at[i];
	}
	analysis->chunks.len = kept;
	cq_chunks_order(analysis);
}
