/*
 * settle.c: which candidates stand.
 *
 * In "le président de la Fondation Mohammed VI, Driss Ouzzine" the rules find the institution
 * "Fondation Mohammed VI", the name "Mohammed VI" inside it and the name "Driss Ouzzine". Claims are
 * taken in order of strength, longest first; one that overlaps a stronger one loses, unless it lies
 * inside it and its kind may: an institution inside an institution stays, as a child. A name inside
 * an institution goes. Losers are kept for explain.
 *
 * Claims overlap only within a cluster of the text, so the work grows with the text, not its square.
 */
#include <stdlib.h>

#include "analysis.h"

/* A claim's strength: its length counts this many times, the weight of its kind decides ties. */
#define CLAIM_LENGTH_FACTOR 16

/* Claims compared with each other; in a larger cluster the weakest are dropped unseen. */
#define CLAIM_CLUSTER_MAX 400

typedef struct Claim
{
	CqSpan		tokens;
	uint32_t	strength;
	uint32_t	order;			/* as found: earlier rules win ties */
	uint32_t	candidate;
	uint16_t	rule;
	uint8_t		kind;
	CqGender	gender;
	bool		plural;
} Claim;

typedef CQ_LIST(Claim) Claims;

/* What each yield becomes, and its weight among claims of one length. */
static const struct
{
	uint16_t	yield;
	uint8_t		kind;
	uint8_t		weight;
}			YIELDS[] = {
	{CQ_YIELD_DATE, CQ_CHUNK_DATE, 12},
	{CQ_YIELD_AMOUNT, CQ_CHUNK_AMOUNT, 11},
	{CQ_YIELD_STATE, CQ_CHUNK_INSTITUTION, 10},
	{CQ_YIELD_INST, CQ_CHUNK_INSTITUTION, 9},
	{CQ_YIELD_NAME, CQ_CHUNK_NAME, 8},
	{CQ_YIELD_OFFICE, CQ_CHUNK_OFFICE, 8},
	{CQ_YIELD_VENUE, CQ_CHUNK_PLACE, 7},
	{CQ_YIELD_TEXT, CQ_CHUNK_TEXT, 6},
	{CQ_YIELD_MAYBE, CQ_CHUNK_MAYBE, 1},
};

/* Weight of what the lexicon alone knows. */
#define WEIGHT_PLACE 5
#define WEIGHT_NATIONALITY 4

/* Tokens of a span of units. */
static CqSpan
tokens_of(const CqUnits *units, CqSpan span)
{
	return (CqSpan) {units->at[span.start].first, units->at[span.end - 1].end};
}

/* Add a claim. */
static Claim *
add_claim(CqAnalysis *analysis, Claims *claims, CqSpan tokens, uint8_t kind, uint32_t weight)
{
	Claim	   *claim = cq_list_add(analysis->arena, claims);

	claim->tokens = tokens;
	claim->kind = kind;
	claim->order = claims->len;
	claim->candidate = UINT32_MAX;
	claim->rule = CQ_RULE_LEXICON;
	claim->strength = (tokens.end - tokens.start) * CLAIM_LENGTH_FACTOR + weight;
	return claim;
}

/* The units a candidate claims: those of its slot `it`, where the rest is only context. */
static CqSpan
claimed_units(const CqCandidates *found, const CqCandidate *candidate)
{
	CqSpan		it = cq_candidate_slot(found, candidate, CQ_SLOT_IT);

	return it.end > it.start ? it : candidate->span;
}

/* Claim what a candidate found. */
static void
claim_candidate(CqAnalysis *analysis, Claims *claims, CqRound round, uint32_t number)
{
	const CqCandidates *found = &analysis->found[round];
	const CqCandidate *candidate = &found->all.at[number];

	for (size_t i = 0; i < sizeof(YIELDS) / sizeof(YIELDS[0]); i++)
	{
		if (YIELDS[i].yield == candidate->yield)
		{
			CqSpan		tokens = tokens_of(&analysis->units[round], claimed_units(found, candidate));
			Claim	   *claim = add_claim(analysis, claims, tokens, YIELDS[i].kind, YIELDS[i].weight);

			claim->candidate = number;
			claim->rule = candidate->rule;
			return;
		}
	}
}

/* Is the unit a place by the lexicon? */
static bool
unit_is_place(const CqLexicon *lexicon, const CqUnit *unit)
{
	return cq_unit_is(lexicon, unit, CQ_CLASS_COUNTRIES) || cq_unit_is(lexicon, unit, CQ_CLASS_CITIES) ||
		cq_unit_is(lexicon, unit, CQ_CLASS_REGIONS) || cq_unit_is(lexicon, unit, CQ_CLASS_GEONAMES);
}

/* Claim the body that ends a listed name: "ONU" in "Conseil de sécurité de l'ONU". */
static void
claim_last_part(CqAnalysis *analysis, Claims *claims, const CqUnit *unit)
{
	for (uint32_t first = unit->first + 1; first < unit->end; first++)
	{
		const CqNode *node = cq_lexicon_phrase(analysis->lexicon, &analysis->text, first, unit->end);
		CqUnit		part = {.shape = analysis->text.tokens.at[first].shape};

		if (node == NULL || part.shape == CQ_SHAPE_LOW)
			continue;
		part.bundle = node->bundle[part.shape == CQ_SHAPE_CAPS ? CQ_NEED_EXACT : CQ_NEED_CAPITALS];
		if (!cq_unit_is(analysis->lexicon, &part, CQ_CLASS_INSTITUTIONS))
			continue;
		add_claim(analysis, claims, (CqSpan) {first, unit->end}, CQ_CHUNK_INSTITUTION, WEIGHT_PLACE);
		return;
	}
}

/* Claim nationalities inside a phrase ("Marocains résidant à l'étranger", "millions de dinars tunisiens"). */
static void
claim_nationalities(CqAnalysis *analysis, Claims *claims, const CqUnit *unit)
{
	for (uint32_t i = unit->first; i < unit->end; i++)
	{
		const CqNode *node = cq_lexicon_phrase(analysis->lexicon, &analysis->text, i, i + 1);
		CqUnit		word = {.bundle = node != NULL ? node->bundle[CQ_NEED_NOTHING] : CQ_BUNDLE_UNKNOWN};

		if (cq_unit_is(analysis->lexicon, &word, CQ_CLASS_NATIONALITIES))
			add_claim(analysis, claims, (CqSpan) {i, i + 1}, CQ_CHUNK_NATIONALITY, WEIGHT_NATIONALITY);
	}
}

/* Claim the places and nationalities that need no rule. */
static void
claim_words(CqAnalysis *analysis, Claims *claims)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	for (uint32_t i = 0; i < units->len; i++)
	{
		const CqUnit *unit = &units->at[i];
		CqSpan		tokens = {unit->first, unit->end};

		if (unit->sense_count == 0)
			continue;
		if (unit->end > unit->first + 1 && cq_unit_is(analysis->lexicon, unit, CQ_CLASS_INSTITUTIONS))
			claim_last_part(analysis, claims, unit);
		if (unit->end > unit->first + 1 && (cq_unit_is(analysis->lexicon, unit, CQ_CLASS_PORTFOLIOS) ||
											cq_unit_is(analysis->lexicon, unit, CQ_CLASS_MAGNITUDES) ||
											cq_unit_is(analysis->lexicon, unit, CQ_CLASS_CURRENCIES)))
			claim_nationalities(analysis, claims, unit);
		if (unit_is_place(analysis->lexicon, unit))
			add_claim(analysis, claims, tokens, CQ_CHUNK_PLACE, WEIGHT_PLACE);
		else if (cq_unit_is(analysis->lexicon, unit, CQ_CLASS_NATIONALITIES))
			add_claim(analysis, claims, tokens, CQ_CHUNK_NATIONALITY, WEIGHT_NATIONALITY);
	}
}

/* Order by place in the text. */
static int
compare_start(const void *a, const void *b)
{
	const Claim *left = a;
	const Claim *right = b;

	if (left->tokens.start != right->tokens.start)
		return left->tokens.start < right->tokens.start ? -1 : 1;
	if (left->tokens.end != right->tokens.end)
		return left->tokens.end > right->tokens.end ? -1 : 1;
	return left->order < right->order ? -1 : 1;
}

/* Strongest first. */
static int
compare_strength(const void *a, const void *b)
{
	const Claim *left = a;
	const Claim *right = b;

	if (left->strength != right->strength)
		return left->strength > right->strength ? -1 : 1;
	return left->order < right->order ? -1 : 1;
}

/* May a claim of `inner` kind stand inside a chunk of `outer` kind? */
static bool
may_nest(uint8_t outer, uint8_t inner)
{
	if (outer == CQ_CHUNK_OFFICE)
		return inner != CQ_CHUNK_NAME && inner != CQ_CHUNK_MAYBE;
	if (outer == CQ_CHUNK_INSTITUTION || outer == CQ_CHUNK_TEXT)
		return inner == CQ_CHUNK_INSTITUTION || inner == CQ_CHUNK_PLACE || inner == CQ_CHUNK_NATIONALITY;
	return outer == CQ_CHUNK_AMOUNT && inner == CQ_CHUNK_NATIONALITY;
}

/* Note that a claim lost to a chunk. */
static void
add_loss(CqAnalysis *analysis, uint32_t winner, const Claim *claim)
{
	CqChunk    *chunk = &analysis->chunks.at[winner];
	CqLoss	   *loss;

	if (claim->rule == CQ_RULE_LEXICON)
		return;
	loss = cq_list_add(analysis->arena, &analysis->losses);
	loss->candidate = claim->candidate;
	loss->tokens = claim->tokens;
	loss->rule = claim->rule;
	loss->next = chunk->beaten;
	chunk->beaten = analysis->losses.len - 1;
}

/* Make a claim a chunk. */
static void
keep_claim(CqAnalysis *analysis, const Claim *claim, uint32_t parent, CqRound round)
{
	CqChunk    *chunk = cq_list_add(analysis->arena, &analysis->chunks);

	chunk->tokens = claim->tokens;
	chunk->kind = claim->kind;
	chunk->round = (uint8_t) round;
	chunk->rule = claim->rule;
	chunk->candidate = claim->candidate;
	chunk->parent = parent;
	chunk->referent = CQ_NOBODY;
	chunk->beaten = CQ_NOBODY;
}

/* Keep the claim unless a chunk from `first` on stands against it. */
static void
try_claim(CqAnalysis *analysis, const Claim *claim, uint32_t first, CqRound round)
{
	uint32_t	parent = CQ_NOBODY;

	for (uint32_t i = first; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (!cq_span_overlaps(chunk->tokens, claim->tokens))
			continue;
		if (!cq_span_covers(chunk->tokens, claim->tokens) || !may_nest(chunk->kind, claim->kind) ||
			(chunk->tokens.start == claim->tokens.start && chunk->kind == claim->kind))
		{
			add_loss(analysis, i, claim);
			return;
		}
		if (parent == CQ_NOBODY || cq_span_covers(analysis->chunks.at[parent].tokens, chunk->tokens))
			parent = i;
	}
	keep_claim(analysis, claim, parent, round);
}

/* Settle the claims of one cluster. */
static void
settle_cluster(CqAnalysis *analysis, Claim *claims, uint32_t count, CqRound round)
{
	uint32_t	first = analysis->chunks.len;

	if (count > 1)
		qsort(claims, count, sizeof(Claim), compare_strength);
	if (count > CLAIM_CLUSTER_MAX)
		count = CLAIM_CLUSTER_MAX;
	for (uint32_t i = 0; i < count; i++)
		try_claim(analysis, &claims[i], first, round);
}

/* Settle all claims, cluster by cluster. */
static void
settle_claims(CqAnalysis *analysis, Claims *claims, CqRound round)
{
	uint32_t	first = 0;

	if (claims->len == 0)
		return;
	qsort(claims->at, claims->len, sizeof(Claim), compare_start);
	while (first < claims->len)
	{
		uint32_t	reach = claims->at[first].tokens.end;
		uint32_t	next = first + 1;

		while (next < claims->len && claims->at[next].tokens.start < reach)
		{
			if (claims->at[next].tokens.end > reach)
				reach = claims->at[next].tokens.end;
			next++;
		}
		settle_cluster(analysis, claims->at + first, next - first, round);
		first = next;
	}
}

/* Order chunks by place in the text, outer ones first. */
static int
compare_chunks(const void *a, const void *b)
{
	const CqChunk *left = a;
	const CqChunk *right = b;

	if (left->tokens.start != right->tokens.start)
		return left->tokens.start < right->tokens.start ? -1 : 1;
	if (left->tokens.end != right->tokens.end)
		return left->tokens.end > right->tokens.end ? -1 : 1;
	return 0;
}

/*
 * After a round the chunks of earlier rounds that lie inside a new one become its children. One
 * pass over all chunks in the order of the text, with the chunks that are still open on a stack.
 */
static void
adopt_children(CqAnalysis *analysis)
{
	CqChunk    *chunks = analysis->chunks.at;
	uint32_t   *open = cq_arena_alloc(analysis->arena, (analysis->chunks.len + 1) * sizeof(uint32_t));
	uint32_t	depth = 0;

	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		while (depth > 0 && chunks[open[depth - 1]].tokens.end <= chunks[i].tokens.start)
			depth--;
		chunks[i].parent = depth > 0 && cq_span_covers(chunks[open[depth - 1]].tokens, chunks[i].tokens) ?
			open[depth - 1] : CQ_NOBODY;
		open[depth++] = i;
	}
}

/* How many chunks at the beginning are in order already. */
static uint32_t
ordered_chunks(const CqAnalysis *analysis)
{
	uint32_t	i = 1;

	while (i < analysis->chunks.len && compare_chunks(&analysis->chunks.at[i - 1], &analysis->chunks.at[i]) <= 0)
		i++;
	return i < analysis->chunks.len ? i : analysis->chunks.len;
}

/* Merge the ordered chunks before `middle` with those behind it, which are sorted first. */
static void
merge_chunks(CqAnalysis *analysis, uint32_t middle)
{
	uint32_t	count = analysis->chunks.len;
	CqChunk    *merged = cq_arena_alloc(analysis->arena, count * sizeof(CqChunk));
	const CqChunk *old = analysis->chunks.at;
	uint32_t	left = 0;
	uint32_t	right = middle;

	qsort(analysis->chunks.at + middle, count - middle, sizeof(CqChunk), compare_chunks);
	for (uint32_t i = 0; i < count; i++)
	{
		bool		take_left = right == count || (left < middle && compare_chunks(&old[left], &old[right]) <= 0);

		merged[i] = take_left ? old[left++] : old[right++];
	}
	analysis->chunks.at = merged;
	analysis->chunks.cap = count;
}

void
cq_chunks_order(CqAnalysis *analysis)
{
	uint32_t	ordered = ordered_chunks(analysis);

	if (ordered < analysis->chunks.len)
		merge_chunks(analysis, ordered);
	adopt_children(analysis);
}

void
cq_settle(CqAnalysis *analysis, CqRound round)
{
	Claims		claims = {0};

	for (uint32_t i = 0; i < analysis->found[round].all.len; i++)
		claim_candidate(analysis, &claims, round, i);
	if (round == CQ_ROUND_WORDS)
		claim_words(analysis, &claims);
	settle_claims(analysis, &claims, round);
	cq_chunks_order(analysis);
}

/* Does the chunk stand as one unit in later rounds? Places of one unit stay what the lexicon says. */
static bool
chunk_collapses(const CqChunk *chunk)
{
	if (chunk->kind == CQ_CHUNK_NATIONALITY)
		return false;
	return chunk->kind != CQ_CHUNK_TEXT && (chunk->kind != CQ_CHUNK_PLACE || chunk->rule != CQ_RULE_LEXICON);
}

/* Add the unit of a chunk. */
static void
add_chunk_unit(CqAnalysis *analysis, CqUnits *out, uint32_t number)
{
	const CqChunk *chunk = &analysis->chunks.at[number];
	CqUnit	   *unit = cq_list_add(analysis->arena, out);

	unit->first = chunk->tokens.start;
	unit->end = chunk->tokens.end;
	unit->bundle = cq_bundle_of_mention(analysis->lexicon, chunk->kind, (CqGender) chunk->gender,
										chunk->plural);
	unit->shape = CQ_SHAPE_CHUNK;
	unit->senses = number;
}

void
cq_collapse(CqAnalysis *analysis, CqRound round)
{
	const CqUnits *in = &analysis->units[CQ_ROUND_WORDS];
	CqUnits    *out = &analysis->units[round + 1];
	uint32_t	next = 0;

	cq_list_reserve(analysis->arena, out, in->len);
	for (uint32_t i = 0; i < in->len;)
	{
		const CqChunk *chunk;

		while (next < analysis->chunks.len &&
			   (analysis->chunks.at[next].tokens.start < in->at[i].first ||
				!chunk_collapses(&analysis->chunks.at[next])))
			next++;
		chunk = next < analysis->chunks.len ? &analysis->chunks.at[next] : NULL;
		if (chunk == NULL || chunk->tokens.start != in->at[i].first)
		{
			*cq_list_add(analysis->arena, out) = in->at[i++];
			continue;
		}
		add_chunk_unit(analysis, out, next);
		while (i < in->len && in->at[i].first < chunk->tokens.end)
			i++;
	}
}
