/*
 * acronyms.c: short forms that the text itself explains.
 *
 *		Fonds monétaire international (FMI)				long form, then short in brackets
 *		l'ONEE (Office national de l'électricité ...)		short form, then long
 *		(MASEN, Moroccan Agency for Sustainable Energy)	a second long form behind the short
 *
 * Where the long form begins is found by matching letters from the right (Schwartz and Hearst, "A
 * simple algorithm for identifying abbreviation definitions", PSB 2003), unless an institution
 * ends right before the bracket: then it is the institution. What the letters confirm and begins
 * with a capital is an institution even if no rule knew it.
 */
#include "bodies.h"

/* Letters of an acronym. */
#define ACRONYM_LETTERS_MIN 2
#define ACRONYM_LETTERS_MAX 14

/* Words looked back over, per letter of the acronym. */
#define ACRONYM_WORDS_PER_LETTER 4

/* Pairs noted in one text; further ones are passed over. */
#define ACRONYM_PAIRS_MAX 500

/* Tokens searched for the bracket that closes. */
#define BRACKET_TOKENS_MAX 40

/* The bracket that closes the one at `open`; 0 if none does within reach. */
static uint32_t
closing_bracket(const CqAnalysis *analysis, uint32_t open)
{
	for (uint32_t i = open + 1; i < analysis->text.tokens.len && i < open + BRACKET_TOKENS_MAX; i++)
	{
		if (cq_token_is(analysis, i, ")"))
			return i;
		if (analysis->text.tokens.at[i].shape == CQ_SHAPE_BREAK)
			return 0;
	}
	return 0;
}

/* Can tokens [start, end) be an acronym: one word, or words glued by hyphens, with two capitals? */
static bool
may_be_acronym(const CqAnalysis *analysis, CqSpan span)
{
	const CqToken *tokens = analysis->text.tokens.at;
	uint32_t	letters = 0;
	bool		capitals = false;

	if (span.end == span.start || span.end - span.start > 3)
		return false;
	for (uint32_t i = span.start; i < span.end; i++)
	{
		if (tokens[i].shape > CQ_SHAPE_INIT || (i > span.start && !(tokens[i].marks & CQ_TOKEN_HYPHEN)))
			return cq_shape_is_number(tokens[i].shape) && i > span.start && capitals;
		capitals |= tokens[i].shape == CQ_SHAPE_CAPS || tokens[i].shape == CQ_SHAPE_MIXED ||
			(tokens[i].shape == CQ_SHAPE_INIT && span.end > span.start + 1) ||
			(tokens[i].shape == CQ_SHAPE_CAP && span.end == span.start + 1 && tokens[i].fold_len >= 4);
		letters += tokens[i].fold_len;
	}
	return capitals && letters >= ACRONYM_LETTERS_MIN && letters <= ACRONYM_LETTERS_MAX;
}

/* The folded letters of tokens, words parted by blanks; elided words keep no apostrophe. */
static uint32_t
gather(const CqAnalysis *analysis, CqSpan span, char *out, uint32_t room, bool blanks)
{
	uint32_t	len = 0;

	for (uint32_t i = span.start; i < span.end; i++)
	{
		CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[i]);

		if (blanks && len > 0 && len < room)
			out[len++] = ' ';
		for (uint32_t j = 0; j < fold.len && len < room; j++)
		{
			if (fold.bytes[j] != '\'' && fold.bytes[j] != '-')
				out[len++] = fold.bytes[j];
		}
	}
	return len;
}

/*
 * Match the acronym's letters from the right into the words of `long_form`; yields the offset of
 * the word in which the first letter stands at the beginning, -1 if they do not match.
 */
static int
match_letters(const char *acronym, int acronym_len, const char *long_form, int long_len)
{
	int			at = long_len - 1;

	for (int i = acronym_len - 1; i >= 0; i--)
	{
		while (at >= 0 && (long_form[at] != acronym[i] ||
						   (i == 0 && at > 0 && long_form[at - 1] != ' ')))
			at--;
		if (at < 0)
			return -1;
		at--;
	}
	return at + 1;
}

/* The token in which byte `offset` of the gathered text of `span` lies. */
static uint32_t
token_at_offset(const CqAnalysis *analysis, CqSpan span, uint32_t offset)
{
	char		scratch[1024];

	for (uint32_t i = span.start; i < span.end; i++)
	{
		if (gather(analysis, (CqSpan) {span.start, i + 1}, scratch, sizeof(scratch), true) > offset)
			return i;
	}
	return span.start;
}

/* Where the long form that ends before `end` begins, by its letters; `end` if they do not match. */
static uint32_t
long_form_start(const CqAnalysis *analysis, CqSpan acronym, uint32_t end)
{
	char		letters[64];
	char		words[1024];
	int			letter_count = (int) gather(analysis, acronym, letters, sizeof(letters), false);
	uint32_t	reach = (uint32_t) letter_count * ACRONYM_WORDS_PER_LETTER;
	CqSpan		window = {end, end};
	int			offset;

	while (window.start > 0 && window.end - window.start < reach)
	{
		const CqToken *token = &analysis->text.tokens.at[window.start - 1];

		if (token->shape >= CQ_SHAPE_N_MONTH && !cq_token_is(analysis, window.start - 1, ",") &&
			!cq_token_is(analysis, window.start - 1, "-"))
			break;
		window.start--;
	}
	offset = match_letters(letters, letter_count, words,
						   (int) gather(analysis, window, words, sizeof(words), true));
	return offset < 0 ? end : token_at_offset(analysis, window, (uint32_t) offset);
}

/* The widest institution chunk that ends at token `end`; CQ_NOBODY if there is none. */
static uint32_t
institution_ending(const CqAnalysis *analysis, uint32_t end, uint32_t start)
{
	uint32_t	widest = CQ_NOBODY;

	for (uint32_t i = cq_chunk_from(analysis, start); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start >= end)
			break;
		if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->tokens.end == end &&
			(widest == CQ_NOBODY || chunk->tokens.start < analysis->chunks.at[widest].tokens.start))
			widest = i;
	}
	return widest;
}

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

/* Do two stretches have the same folded words? */
static bool
same_words(const CqAnalysis *analysis, CqSpan a, uint32_t b)
{
	for (uint32_t i = a.start; i < a.end; i++, b++)
	{
		if (b >= analysis->text.tokens.len ||
			!cq_string_equal(cq_token_fold(&analysis->text, &analysis->text.tokens.at[i]),
							 cq_token_fold(&analysis->text, &analysis->text.tokens.at[b])) ||
			analysis->text.tokens.at[b].shape == CQ_SHAPE_LOW)
			return false;
	}
	return true;
}

/* Is the pair known already? */
static bool
pair_is_known(const CqAnalysis *analysis, CqSpan acronym, CqSpan expansion)
{
	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		const CqAcronym *pair = &analysis->acronyms.at[i];

		if (pair->expansion.end - pair->expansion.start == expansion.end - expansion.start &&
			same_words(analysis, pair->acronym, acronym.start) &&
			cq_string_equal(cq_token_fold(&analysis->text, &analysis->text.tokens.at[pair->expansion.start]),
							cq_token_fold(&analysis->text, &analysis->text.tokens.at[expansion.start])))
			return true;
	}
	return analysis->acronyms.len >= ACRONYM_PAIRS_MAX;
}

/* Note a pair, once. */
static void
add_pair(CqAnalysis *analysis, CqSpan acronym, CqSpan expansion)
{
	CqAcronym  *pair;

	if (pair_is_known(analysis, acronym, expansion))
		return;
	pair = cq_list_add(analysis->arena, &analysis->acronyms);
	pair->acronym = acronym;
	pair->expansion = expansion;
	pair->body = CQ_NOBODY;
}

/* Is the acronym that of a press agency, or a figure: nothing that explains what stands before? */
static bool
is_other_bracket(const CqAnalysis *analysis, CqSpan inside)
{
	return cq_span_sense(analysis, inside, CQ_CLASS_PRESS_AGENCIES) != NULL ||
		cq_span_sense(analysis, inside, CQ_CLASS_COUNTRIES) != NULL;
}

/* Long form before, short form in the bracket. */
static void
read_short_inside(CqAnalysis *analysis, uint32_t open, CqSpan acronym)
{
	uint32_t	start = long_form_start(analysis, acronym, open);
	uint32_t	reach = open > 40 ? open - 40 : 0;
	uint32_t	chunk = institution_ending(analysis, open, reach);

	if (chunk != CQ_NOBODY)
	{
		const CqChunk *institution = &analysis->chunks.at[chunk];
		bool		inside = start < open && start > institution->tokens.start;
		uint32_t	nested = inside ? cq_chunk_from(analysis, start) : CQ_NOBODY;

		if (start == open && is_other_bracket(analysis, acronym))
			return;
		if (inside && nested < analysis->chunks.len && analysis->chunks.at[nested].tokens.start == start &&
			analysis->chunks.at[nested].kind == CQ_CHUNK_INSTITUTION)
			add_pair(analysis, acronym, (CqSpan) {start, open});
		else
			add_pair(analysis, acronym, institution->tokens);
	}
	else if (start + 1 < open)
		add_pair(analysis, acronym, (CqSpan) {start, open});
}

/* Is the stretch a long form for an acronym in front of it: several words, letters matching? */
static bool
explains(const CqAnalysis *analysis, CqSpan acronym, CqSpan inside)
{
	char		letters[64];
	char		words[1024];
	int			letter_count = (int) gather(analysis, acronym, letters, sizeof(letters), false);
	int			word_len = (int) gather(analysis, inside, words, sizeof(words), true);

	if (inside.end < inside.start + 2)
		return false;
	return match_letters(letters, letter_count, words, word_len) == 0;
}

/* The end of the first item of a bracket: a semicolon or comma. */
static uint32_t
item_end(const CqAnalysis *analysis, uint32_t from, uint32_t close)
{
	while (from < close && !cq_token_is(analysis, from, ";") && !cq_token_is(analysis, from, ","))
		from++;
	return from;
}

/* The acronym that ends before `open`, with its hyphenated parts. */
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

/* Is the stretch in another language than the long form: a row of capitalised words? */
static bool
is_foreign(const CqAnalysis *analysis, CqSpan span)
{
	uint32_t	capitals = 0;

	for (uint32_t i = span.start; i < span.end; i++)
		capitals += cq_shape_is_capital(analysis->text.tokens.at[i].shape);
	return span.end - span.start >= 3 && capitals >= 2;
}

/* Read one bracket. */
static void
read_bracket(CqAnalysis *analysis, uint32_t open)
{
	uint32_t	close = closing_bracket(analysis, open);
	CqSpan		first = {open + 1, close};
	CqSpan		before = acronym_before(analysis, open);
	CqSpan		rest;

	if (close == 0)
		return;
	first.end = item_end(analysis, open + 1, close);
	rest = (CqSpan) {first.end + 1, close};
	if (may_be_acronym(analysis, first))
	{
		uint32_t	pairs = analysis->acronyms.len;

		read_short_inside(analysis, open, first);
		if (analysis->acronyms.len > pairs && rest.end > rest.start && is_foreign(analysis, rest))
			add_pair(analysis, first, rest);
	}
	else if (may_be_acronym(analysis, before))
	{
		/* The long form may hold commas itself; try the whole bracket first, up to a semicolon. */
		uint32_t	end = first.start;

		while (end < close && !cq_token_is(analysis, end, ";"))
			end++;
		if (explains(analysis, before, (CqSpan) {first.start, end}))
			add_pair(analysis, before, (CqSpan) {first.start, end});
		if (explains(analysis, before, first) || (first.end > first.start + 2 && is_foreign(analysis, first)))
		{
			if (first.end < end || analysis->acronyms.len == 0 ||
				analysis->acronyms.at[analysis->acronyms.len - 1].expansion.start != first.start)
				add_pair(analysis, before, first);
		}
	}
}

/* Make a chunk of what the letters confirm as an institution, in place of what stood there. */
static void
claim_expansion(CqAnalysis *analysis, CqSpan span)
{
	CqChunk    *chunk;
	uint32_t	kept = 0;

	if (!cq_shape_is_capital(analysis->text.tokens.at[span.start].shape))
		return;
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		CqSpan		tokens = analysis->chunks.at[i].tokens;

		if (cq_span_covers(tokens, span) && analysis->chunks.at[i].kind == CQ_CHUNK_INSTITUTION)
			return;
	}
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		if (!cq_span_overlaps(analysis->chunks.at[i].tokens, span))
			analysis->chunks.at[kept++] = analysis->chunks.at[i];
	}
	analysis->chunks.len = kept;
	chunk = cq_list_add(analysis->arena, &analysis->chunks);
	*chunk = (CqChunk) {.tokens = span, .kind = CQ_CHUNK_INSTITUTION, .rule = CQ_RULE_ACRONYM,
	.candidate = UINT32_MAX, .parent = CQ_NOBODY, .referent = CQ_NOBODY, .beaten = CQ_NOBODY};
}

/* Make chunks of the acronyms of institutions wherever they stand. */
static void
claim_echoes(CqAnalysis *analysis)
{
	uint32_t	chunks = analysis->chunks.len;
	uint32_t	next = 0;

	for (uint32_t token = 0; token < analysis->text.tokens.len; token++)
	{
		while (next < chunks && analysis->chunks.at[next].tokens.end <= token)
			next++;
		if (analysis->text.tokens.at[token].shape > CQ_SHAPE_INIT ||
			analysis->text.tokens.at[token].shape == CQ_SHAPE_LOW ||
			(next < chunks && analysis->chunks.at[next].tokens.start <= token &&
			 analysis->chunks.at[next].kind != CQ_CHUNK_MAYBE))
			continue;
		for (uint32_t i = 0; i < analysis->acronyms.len; i++)
		{
			const CqAcronym *pair = &analysis->acronyms.at[i];
			uint32_t	len = pair->acronym.end - pair->acronym.start;
			CqChunk    *chunk;

			if (!same_words(analysis, pair->acronym, token))
				continue;
			chunk = cq_list_add(analysis->arena, &analysis->chunks);
			*chunk = (CqChunk) {.tokens = {token, token + len}, .kind = CQ_CHUNK_INSTITUTION,
			.rule = CQ_RULE_ACRONYM, .candidate = UINT32_MAX, .parent = CQ_NOBODY,
			.referent = CQ_NOBODY, .beaten = CQ_NOBODY};
			break;
		}
	}
}

void
cq_resolve_acronyms(CqAnalysis *analysis)
{
	for (uint32_t i = 1; i < analysis->text.tokens.len; i++)
	{
		if (cq_token_is(analysis, i, "("))
			read_bracket(analysis, i);
	}
	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
		claim_expansion(analysis, analysis->acronyms.at[i].expansion);
	if (analysis->acronyms.len > 0)
	{
		cq_chunks_order(analysis);
		claim_echoes(analysis);
		cq_chunks_order(analysis);
	}
}
