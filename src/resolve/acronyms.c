/*
 * acronyms.c: short forms that the text itself explains.
 *
 *		Fonds monétaire international (FMI)				long form, then short in brackets
 *		l'ONEE (Office national de l'électricité ...)		short form, then long
 *		(MASEN, Moroccan Agency for Sustainable Energy)	a second long form behind the short
 *		(Memorandum of Understanding, MoU)				both in brackets
 *		22,6 milliards de dirhams (MMDH)				a unit of amounts
 *
 * Where the long form begins is found by laying the letters over the words (letters.c), unless an
 * institution ends right before the bracket: then it is the institution, or the part of it that the
 * letters tell ("la Commission de l'Union africaine (UA)").
 *
 * A long form that is a body makes its short form one wherever it stands; one that is none ("gaz
 * naturel liquéfié (GNL)") keeps the short form from being taken for a body of that name.
 */
#include "letters.h"

/* Pairs noted in one text; further ones are passed over. */
#define ACRONYM_PAIRS_MAX 500

/* Tokens searched for the bracket that closes. */
#define BRACKET_TOKENS_MAX 40

/* Units of a magnitude with its currency: "millions de dinars tunisiens". */
#define AMOUNT_UNITS_MAX 4

/* Tokens of the longest institution looked for before a bracket. */
#define LONG_FORM_TOKENS_MAX 60

uint32_t
cq_chunk_from(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = analysis->chunks.len;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (analysis->chunks.at[middle].tokens.start < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The bracket that closes the one at `open`; 0 if none does within reach. */
static uint32_t
closing_bracket(const CqAnalysis *analysis, uint32_t open)
{
	for (uint32_t i = open + 1; i < analysis->text.tokens.len && i < open + BRACKET_TOKENS_MAX; i++)
	{
		if (cq_token_is(analysis, i, ")"))
			return i;
		if (analysis->text.tokens.at[i].shape == CQ_SHAPE_BREAK || cq_token_is(analysis, i, "("))
			return 0;
	}
	return 0;
}

/* The widest institution that ends at token `end`, CQ_NOBODY if none does. */
static uint32_t
institution_ending(const CqAnalysis *analysis, uint32_t end)
{
	uint32_t	reach = end > LONG_FORM_TOKENS_MAX ? end - LONG_FORM_TOKENS_MAX : 0;

	for (uint32_t i = cq_chunk_from(analysis, reach); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start >= end)
			break;
		if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->tokens.end == end)
			return i;
	}
	return CQ_NOBODY;
}

/* The first token behind the latest name of a person that ends at or before `end`. */
static uint32_t
behind_names(const CqAnalysis *analysis, uint32_t end)
{
	for (uint32_t i = cq_chunk_from(analysis, end); i-- > 0;)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->kind == CQ_CHUNK_NAME && chunk->parent == CQ_NOBODY && chunk->tokens.end <= end)
			return chunk->tokens.end;
		if (chunk->tokens.start + LONG_FORM_TOKENS_MAX < end)
			break;
	}
	return 0;
}

/* The key of a short form: its folded words. */
static CqString
short_key(CqAnalysis *analysis, CqSpan acronym)
{
	return cq_write_key(analysis, acronym);
}

/* Note a pair, once. */
static void
add_pair(CqAnalysis *analysis, CqSpan acronym, CqSpan expansion)
{
	CqWriter	both = {.analysis = analysis};
	CqAcronym  *pair;
	uint32_t	number;

	cq_write_string(&both, short_key(analysis, acronym));
	cq_write_string(&both, cq_string("="));
	cq_write_string(&both, cq_write_key(analysis, expansion));
	if (analysis->acronyms.len >= ACRONYM_PAIRS_MAX ||
		cq_key_put(analysis->arena, &analysis->pair_keys, cq_writer_string(&both)) < analysis->acronyms.len)
		return;
	pair = cq_list_add(analysis->arena, &analysis->acronyms);
	pair->acronym = acronym;
	pair->expansion = expansion;
	pair->body = CQ_NOBODY;
	number = cq_key_put(analysis->arena, &analysis->acronym_keys, short_key(analysis, acronym));
	pair->key = number;
	if (number == analysis->acronym_firsts.len)
		*cq_list_add(analysis->arena, &analysis->acronym_firsts) = analysis->acronyms.len - 1;
}

uint32_t
cq_pair_of(CqAnalysis *analysis, CqSpan tokens)
{
	uint32_t	number;

	if (analysis->acronyms.len == 0 || tokens.end - tokens.start > ACRONYM_TOKENS_MAX ||
		analysis->text.tokens.at[tokens.start].shape == CQ_SHAPE_LOW)
		return CQ_NOBODY;
	number = cq_key_find(&analysis->acronym_keys, short_key(analysis, tokens));
	return number == UINT32_MAX ? CQ_NOBODY : analysis->acronym_firsts.at[number];
}

/* Does the lexicon know the stretch as something that explains no body before it? */
static bool
is_other_bracket(const CqAnalysis *analysis, CqSpan inside)
{
	return cq_span_sense(analysis, inside, CQ_CLASS_PRESS_AGENCIES) != NULL ||
		cq_span_sense(analysis, inside, CQ_CLASS_COUNTRIES) != NULL ||
		cq_span_sense(analysis, inside, CQ_CLASS_CITIES) != NULL ||
		cq_span_sense(analysis, inside, CQ_CLASS_REGIONS) != NULL;
}

/* Does the lexicon give the short form to the body that the long form names? */
static bool
lexicon_pairs(const CqAnalysis *analysis, CqSpan acronym, CqSpan expansion)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	const CqSense *senses = analysis->lexicon->tables->senses;
	const CqUnit *shorts = &units->at[cq_unit_at(units, acronym.start)];
	const CqUnit *longs = &units->at[cq_unit_at(units, expansion.start)];

	if (shorts->first != acronym.start || longs->first != expansion.start || longs->end != expansion.end)
		return false;
	for (uint32_t i = 0; i < shorts->sense_count; i++)
	{
		for (uint32_t j = 0; j < longs->sense_count; j++)
		{
			if (senses[shorts->senses + i].class == CQ_CLASS_INSTITUTIONS &&
				senses[shorts->senses + i].entry == senses[longs->senses + j].entry)
				return true;
		}
	}
	return false;
}

/* Which part of an institution the short form behind it stands for; empty if for none. */
static CqSpan
expansion_in(const CqAnalysis *analysis, CqSpan acronym, CqSpan institution, CqSpan by_letters)
{
	if (lexicon_pairs(analysis, acronym, institution) || cq_letters_fit(analysis, acronym, institution))
		return institution;
	if (by_letters.end > by_letters.start)
		return by_letters;
	if (is_other_bracket(analysis, acronym) || !cq_is_capitals(analysis, acronym))
		return (CqSpan) {institution.end, institution.end};
	return institution;
}

/* Long form before, short form in the bracket. */
static bool
read_short_inside(CqAnalysis *analysis, uint32_t open, CqSpan acronym)
{
	CqSpan		letters = cq_letters_before(analysis, acronym, behind_names(analysis, open), open);
	uint32_t	chunk = institution_ending(analysis, open);

	if (chunk != CQ_NOBODY)
		letters = expansion_in(analysis, acronym, analysis->chunks.at[chunk].tokens, letters);
	else if (is_other_bracket(analysis, acronym))
		return false;
	if (letters.end == letters.start || letters.end - letters.start < 2)
		return false;
	add_pair(analysis, acronym, letters);
	return true;
}

/* The end of the item that begins at `from`: a comma or semicolon, or the bracket. */
static uint32_t
item_end(const CqAnalysis *analysis, uint32_t from, uint32_t close)
{
	while (from < close && !cq_token_is(analysis, from, ";") && !cq_token_is(analysis, from, ","))
		from++;
	return from;
}

/* Long forms behind the short one: translations. */
static void
read_translations(CqAnalysis *analysis, CqSpan acronym, uint32_t from, uint32_t close)
{
	while (from < close)
	{
		CqSpan		item = {from, item_end(analysis, from, close)};

		if (item.end > item.start + 1 && (cq_letters_fit(analysis, acronym, item) || cq_is_foreign(analysis, item)))
		{
			if (cq_letters_fit(analysis, acronym, item) || !cq_is_one_word(analysis, acronym))
				add_pair(analysis, acronym, item);
		}
		from = item.end + 1;
	}
}

/* The short form that ends before `open`: with its hyphenated parts, or of several words. */
static CqSpan
acronym_before(const CqAnalysis *analysis, uint32_t open)
{
	CqSpan		span = {open, open};

	while (span.start > 0 && span.end - span.start < 3)
	{
		span.start--;
		if (!(analysis->text.tokens.at[span.start].marks & CQ_TOKEN_HYPHEN))
			break;
	}
	return span;
}

/*
 * The long form of a bracket behind a short form: all of it, but for what follows a semicolon and
 * for a second short form at its end ("..., EBRD").
 */
static CqSpan
long_form_inside(const CqAnalysis *analysis, uint32_t open, uint32_t close)
{
	CqSpan		inside = {open + 1, open + 1};
	uint32_t	last = open + 1;

	while (inside.end < close && !cq_token_is(analysis, inside.end, ";"))
	{
		if (cq_token_is(analysis, inside.end, ","))
			last = inside.end;
		inside.end++;
	}
	if (last > inside.start && cq_may_be_acronym(analysis, (CqSpan) {last + 1, inside.end}))
		inside.end = last;
	return inside;
}

/* Is the stretch one institution, from end to end? */
static bool
is_institution(const CqAnalysis *analysis, CqSpan span)
{
	for (uint32_t i = cq_chunk_from(analysis, span.start); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start != span.start)
			break;
		if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->tokens.end == span.end)
			return true;
	}
	return false;
}

/* Does the stretch begin and end where words of the lexicon do: not "York" of "New York"? */
static bool
is_whole(const CqAnalysis *analysis, CqSpan span)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, span.start);

	return units->at[at].first == span.start && cq_unit_at(units, span.end) < units->len &&
		units->at[cq_unit_at(units, span.end)].first == span.end;
}

/* Short form before, long form in the bracket. */
static void
read_long_inside(CqAnalysis *analysis, uint32_t open, uint32_t close)
{
	CqSpan		acronym = acronym_before(analysis, open);
	CqSpan		inside = long_form_inside(analysis, open, close);

	if (!cq_may_be_acronym(analysis, acronym) || inside.end < inside.start + 2 || !is_whole(analysis, acronym))
		return;
	if (cq_letters_fit(analysis, acronym, inside) || is_institution(analysis, inside) ||
		lexicon_pairs(analysis, acronym, inside))
		add_pair(analysis, acronym, inside);
	else
	{
		inside.end = item_end(analysis, inside.start, close);
		if (inside.end > inside.start + 1 && cq_letters_fit(analysis, acronym, inside))
			add_pair(analysis, acronym, inside);
	}
}

/* Long form and short form in one bracket, in this order. */
static bool
read_both_inside(CqAnalysis *analysis, uint32_t open, uint32_t close)
{
	CqSpan		first = {open + 1, item_end(analysis, open + 1, close)};
	CqSpan		second = {first.end + 1, close};

	if (first.end >= close || first.end < first.start + 2 || !cq_may_be_acronym(analysis, second) ||
		!cq_letters_fit(analysis, second, first))
		return false;
	add_pair(analysis, second, first);
	return true;
}

/* "milliards de dirhams (MMDH)": both forms of one magnitude. */
static bool
read_amount(CqAnalysis *analysis, uint32_t open, CqSpan acronym)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, open);
	const CqSense *magnitude = cq_span_sense(analysis, acronym, CQ_CLASS_MAGNITUDES);

	if (magnitude == NULL || at == 0)
		return false;
	for (uint32_t from = at; from-- > 0 && at - from < AMOUNT_UNITS_MAX;)
	{
		const CqSense *sense = cq_unit_sense(analysis->lexicon, &units->at[from], CQ_CLASS_MAGNITUDES);

		if (sense == NULL)
			continue;
		add_pair(analysis, acronym, (CqSpan) {units->at[from].first, open});
		return true;
	}
	return false;
}

/* Read one bracket. */
static void
read_bracket(CqAnalysis *analysis, uint32_t open)
{
	uint32_t	close = closing_bracket(analysis, open);
	CqSpan		first = {open + 1, close};

	if (close < open + 2)
		return;
	first.end = item_end(analysis, open + 1, close);
	if (read_both_inside(analysis, open, close))
		return;
	if (!cq_may_be_acronym(analysis, first))
	{
		read_long_inside(analysis, open, close);
		return;
	}
	if (read_amount(analysis, open, first))
		return;
	if (read_short_inside(analysis, open, first) && first.end < close)
		read_translations(analysis, first, first.end + 1, close);
}

void
cq_resolve_acronyms(CqAnalysis *analysis)
{
	for (uint32_t i = 1; i < analysis->text.tokens.len; i++)
	{
		if (cq_token_is(analysis, i, "("))
			read_bracket(analysis, i);
	}
	if (analysis->acronyms.len > 0)
		cq_claim_acronyms(analysis);
}
