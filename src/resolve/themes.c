/*
 * themes.c: what a text is about.
 *
 * Each term of theme_terms.tsv that the text uses speaks for its themes with its weight, 1 to 5. In
 * "Le ministère a annoncé le démantèlement d'une cellule terroriste", the longest term at each place
 * counts ("cellule terroriste", not "cellule"):
 *
 *		1. an occurrence adds weight / 5, less each time the same term comes again, more at the head of
 *		   the text, less inside the title of an office or body ("ministre de la Pêche");
 *		2. the sum s becomes a score s / (s + 4), between 0 and 1;
 *		3. at most four themes are kept, those not far behind the best.
 *
 * The constants were chosen on annotated texts (the cases, and other dispatches): changing any one
 * by a quarter moved F1 by less than two points.
 */
#include <stdlib.h>

#include "bodies.h"

#define THEME_WEIGHT_FULL 5.0f

/* What is left of a term's worth at each repetition. */
#define THEME_DAMPING 0.6f

/* Terms that begin in the first bytes of the text count more: the head of a dispatch is its summary. */
#define THEME_LEAD_BYTES 420
#define THEME_LEAD_FACTOR 2.0f

/* Terms inside the title of an office or the name of a body. */
#define THEME_TITLE_FACTOR 0.75f

/* The sum at which the score is one half. */
#define THEME_HALF 4.0f

/* A theme is kept with this share of the best score, and at least this sum. */
#define THEME_SHARE_MIN 0.6f
#define THEME_SUM_MIN 1.2f
#define THEMES_KEPT_MAX 4

/* Terms shown as evidence of one theme. */
#define THEME_EVIDENCE_MAX 8

/* A term is never longer than this, in tokens. */
#define TERM_TOKENS_MAX 16

/* How far the letters of a token meet a need, as for the lexicon's other words. */
static bool
letters_suffice(const CqAnalysis *analysis, uint32_t token, uint8_t need)
{
	uint8_t		shape = analysis->text.tokens.at[token].shape;

	if (need == CQ_NEED_NOTHING)
		return true;
	if (need == CQ_NEED_EXACT)
		return shape == CQ_SHAPE_CAPS || shape == CQ_SHAPE_MIXED;
	return cq_shape_is_capital(shape);
}

/* Does the phrase that ends at this node mean a theme, with its letters as they are? */
static bool
node_has_theme(const CqAnalysis *analysis, const CqNode *node, uint32_t token)
{
	const CqSense *senses = analysis->lexicon->tables->senses + node->senses;
	uint32_t	first = node->sense_count[CQ_NEED_EXACT];

	for (uint32_t i = first; i < first + node->overlay_count; i++)
	{
		if (senses[i].class == CQ_CLASS_THEME_TERMS && letters_suffice(analysis, token, senses[i].need))
			return true;
	}
	return false;
}

/* The node of the word that a token is, or of the phrase it goes on with. */
static const CqNode *
node_after(const CqAnalysis *analysis, const CqNode *node, uint32_t token)
{
	const CqTables *tables = analysis->lexicon->tables;
	uint32_t	word = analysis->text.words[token];
	uint32_t	low = 0;
	uint32_t	high;

	if (word == UINT32_MAX)
		return NULL;
	if (node == NULL)
		return &tables->nodes[word];
	high = node->edge_count;
	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (tables->edges[node->edges + middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == node->edge_count || tables->edges[node->edges + low].word != word)
		return NULL;
	return &tables->nodes[tables->edges[node->edges + low].node];
}

/* The longest term from `token` on: its node, and its end in `*end`; NULL if there is none. */
static const CqNode *
longest_term(const CqAnalysis *analysis, uint32_t token, uint32_t *end)
{
	const CqNode *found = NULL;
	const CqNode *node = NULL;

	for (uint32_t at = token; at < analysis->text.tokens.len && at < token + TERM_TOKENS_MAX; at++)
	{
		node = node_after(analysis, node, at);
		if (node == NULL)
			break;
		if (node->overlay_count > 0 && node_has_theme(analysis, node, token))
		{
			found = node;
			*end = at + 1;
		}
	}
	return found;
}

/* A term of one theme, with what its occurrences added. */
typedef struct Term
{
	uint32_t	entry;
	uint32_t	theme;
	uint32_t	count;
	float		worth;
	float		next;			/* what is left of its worth at the next occurrence */
} Term;

typedef struct Tally
{
	CqAnalysis *analysis;
	CQ_LIST(Term) terms;
	uint32_t   *slots;			/* terms by entry: index plus one, open addressing */
	uint32_t	slot_mask;
	CQ_LIST(CqThemeSum) sums;
} Tally;

/* The sum of a theme by name, made if new. */
static uint32_t
theme_put(Tally *tally, CqString theme)
{
	CqThemeSum *sum;

	for (uint32_t i = 0; i < tally->sums.len; i++)
	{
		if (tally->sums.at[i].theme.bytes == theme.bytes)
			return i;
	}
	sum = cq_list_add(tally->analysis->arena, &tally->sums);
	sum->theme = theme;
	return tally->sums.len - 1;
}

/* The weight written in a cell, as a share of the full one. */
static float
weight_of(CqString cell)
{
	return cell.len == 1 ? (float) (cell.bytes[0] - '0') / THEME_WEIGHT_FULL : 0.0f;
}

/* Give the table of terms twice its slots. */
static void
terms_rehash(Tally *tally)
{
	uint32_t	size = tally->slot_mask > 0 ? (tally->slot_mask + 1) * 2 : 128;

	tally->slots = cq_arena_zero(tally->analysis->arena, size * sizeof(uint32_t));
	tally->slot_mask = size - 1;
	for (uint32_t i = 0; i < tally->terms.len; i++)
	{
		uint32_t	slot = (tally->terms.at[i].entry * UINT32_C(2654435761)) & tally->slot_mask;

		while (tally->slots[slot] != 0)
			slot = (slot + 1) & tally->slot_mask;
		tally->slots[slot] = i + 1;
	}
}

/* The term of an entry, made if new. */
static Term *
term_put(Tally *tally, const CqSense *sense)
{
	const CqLexicon *lexicon = tally->analysis->lexicon;
	uint32_t	slot;
	Term	   *term;

	if ((tally->terms.len + 1) * 2 > tally->slot_mask)
		terms_rehash(tally);
	slot = (sense->entry * UINT32_C(2654435761)) & tally->slot_mask;
	for (; tally->slots[slot] != 0; slot = (slot + 1) & tally->slot_mask)
	{
		if (tally->terms.at[tally->slots[slot] - 1].entry == sense->entry)
			return &tally->terms.at[tally->slots[slot] - 1];
	}
	term = cq_list_add(tally->analysis->arena, &tally->terms);
	term->entry = sense->entry;
	term->next = weight_of(cq_sense_attribute(lexicon, sense, CQ_THEME_TERMS_WEIGHT));
	term->theme = theme_put(tally, cq_sense_attribute(lexicon, sense, CQ_THEME_TERMS_THEME));
	tally->slots[slot] = tally->terms.len;
	return term;
}

/* What an occurrence at `token` is worth beside its weight. */
static float
place_factor(const CqAnalysis *analysis, uint32_t token, uint32_t *next_chunk)
{
	float		factor = analysis->text.tokens.at[token].start < THEME_LEAD_BYTES ? THEME_LEAD_FACTOR : 1.0f;

	while (*next_chunk < analysis->chunks.len && analysis->chunks.at[*next_chunk].tokens.end <= token)
		(*next_chunk)++;
	if (*next_chunk < analysis->chunks.len && analysis->chunks.at[*next_chunk].tokens.start <= token)
	{
		uint8_t		kind = analysis->chunks.at[*next_chunk].kind;

		if (kind == CQ_CHUNK_NAME)
			return 0.0f;
		if (kind == CQ_CHUNK_OFFICE || kind == CQ_CHUNK_INSTITUTION)
			factor *= THEME_TITLE_FACTOR;
	}
	return factor;
}

/* Count the term that ends at a node. */
static void
count_term(Tally *tally, const CqNode *node, CqSpan tokens, float factor)
{
	const CqSense *senses = tally->analysis->lexicon->tables->senses + node->senses;
	uint32_t	first = node->sense_count[CQ_NEED_EXACT];

	for (uint32_t i = first; i < first + node->overlay_count; i++)
	{
		Term	   *term;

		if (senses[i].class != CQ_CLASS_THEME_TERMS ||
			!letters_suffice(tally->analysis, tokens.start, senses[i].need))
			continue;
		term = term_put(tally, &senses[i]);
		term->worth += term->next * factor;
		tally->sums.at[term->theme].sum += term->next * factor;
		term->next *= THEME_DAMPING;
		if (term->count++ == 0)
			*cq_list_add(tally->analysis->arena, &tally->analysis->terms) =
				(CqTermPlace) {tokens, term->theme};
	}
}

/* Highest first; themes of one score in the order of the text. */
static int
compare_sums(const void *a, const void *b)
{
	const CqThemeSum *left = a;
	const CqThemeSum *right = b;

	if (left->sum != right->sum)
		return left->sum > right->sum ? -1 : 1;
	return left->number < right->number ? -1 : 1;
}

/* Highest worth first. */
static int
compare_terms(const void *a, const void *b)
{
	const Term *left = a;
	const Term *right = b;

	if (left->worth != right->worth)
		return left->worth > right->worth ? -1 : 1;
	return left->entry < right->entry ? -1 : left->entry > right->entry;
}

/* Between 0 and 1, from a sum. */
static float
score_of(float sum)
{
	return sum / (sum + THEME_HALF);
}

/* The terms that speak most for a theme. `tally->terms` is sorted by worth. */
static CqStrings
evidence_of(Tally *tally, uint32_t theme)
{
	CqStrings	evidence = {cq_arena_alloc(tally->analysis->arena, THEME_EVIDENCE_MAX * sizeof(CqString)), 0};

	for (uint32_t i = 0; i < tally->terms.len && evidence.len < THEME_EVIDENCE_MAX; i++)
	{
		CqSense		sense = {.entry = tally->terms.at[i].entry};

		if (tally->terms.at[i].theme == theme)
			evidence.at[evidence.len++] = cq_sense_canonical(tally->analysis->lexicon, &sense);
	}
	return evidence;
}

/* Keep the best themes. */
static void
keep_themes(Tally *tally)
{
	CqAnalysis *analysis = tally->analysis;

	for (uint32_t i = 0; i < tally->sums.len; i++)
		tally->sums.at[i].number = i;
	if (tally->sums.len > 1)
		qsort(tally->sums.at, tally->sums.len, sizeof(CqThemeSum), compare_sums);
	if (tally->terms.len > 1)
		qsort(tally->terms.at, tally->terms.len, sizeof(Term), compare_terms);
	for (uint32_t i = 0; i < tally->sums.len && analysis->themes.len < THEMES_KEPT_MAX; i++)
	{
		CqThemeSum *sum = &tally->sums.at[i];

		if (sum->sum < THEME_SUM_MIN || score_of(sum->sum) < THEME_SHARE_MIN * score_of(tally->sums.at[0].sum))
			break;
		sum->score = score_of(sum->sum);
		sum->evidence = evidence_of(tally, sum->number);
		*cq_list_add(analysis->arena, &analysis->themes) = *sum;
	}
}

void
cq_resolve_themes(CqAnalysis *analysis)
{
	Tally		tally = {.analysis = analysis};
	uint32_t	next_chunk = 0;

	for (uint32_t token = 0; token < analysis->text.tokens.len;)
	{
		uint32_t	end = token + 1;
		const CqNode *node = longest_term(analysis, token, &end);

		if (node != NULL)
			count_term(&tally, node, (CqSpan) {token, end}, place_factor(analysis, token, &next_chunk));
		token = end;
	}
	keep_themes(&tally);
}
