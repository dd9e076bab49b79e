/*
 * letters.c: whether the letters of a short form come from the words of a long one.
 *
 *		S  N  E L E C
 *		Société nationale d'électricité
 *
 * Each word of the long form gives some letters of the short one, in order: none, its initial, or
 * its initial and further letters of its own. Letters other than initials cost a little, words that
 * give none cost more, small words ("de", "la") and numbers cost nothing. The cheapest way is found
 * by dynamic programming from the right, over a few dozen words and a dozen letters. The idea is
 * that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", PSB
 * 2003, with costs in place of their greedy match, which takes "(AADL)" for the tail of its name.
 */
#include "letters.h"

/* Letters of a short form. */
#define ACRONYM_LETTERS_MIN 2
#define ACRONYM_LETTERS_MAX 16

/* Words looked back over. */
#define LONG_FORM_WORDS_MAX 48

/* What a letter inside a word, a word without letter, and a comma in a row of words cost. */
#define COST_INNER 1
#define COST_WORD 4
#define COST_COMMA 4
#define COST_NEVER 10000

/*
 * Most that a letter may cost on average. Set on the project's annotated texts: every pair there
 * costs at most 1.4 a letter, false ones ("Van Cauwelaert (MR)") 3 and more.
 */
#define COST_PER_LETTER_MAX 2

typedef struct Aligner
{
	const CqAnalysis *analysis;
	char		letters[ACRONYM_LETTERS_MAX];
	uint32_t	letter_count;
	uint16_t	cost[LONG_FORM_WORDS_MAX + 1][ACRONYM_LETTERS_MAX + 1];
} Aligner;

/* How a token of a short form may be written. */
static bool
token_may_be_short(const CqToken *token)
{
	return token->shape == CQ_SHAPE_CAPS || token->shape == CQ_SHAPE_MIXED || token->shape == CQ_SHAPE_INIT;
}

bool
cq_is_capitals(const CqAnalysis *analysis, CqSpan span)
{
	for (uint32_t i = span.start; i < span.end; i++)
	{
		if (analysis->text.tokens.at[i].shape == CQ_SHAPE_CAPS || analysis->text.tokens.at[i].shape == CQ_SHAPE_MIXED)
			return true;
	}
	return false;
}

bool
cq_is_one_word(const CqAnalysis *analysis, CqSpan span)
{
	for (uint32_t i = span.start + 1; i < span.end; i++)
	{
		if (!(analysis->text.tokens.at[i].marks & CQ_TOKEN_HYPHEN))
			return false;
	}
	return true;
}

bool
cq_is_foreign(const CqAnalysis *analysis, CqSpan span)
{
	uint32_t	capitals = 0;

	for (uint32_t i = span.start; i < span.end; i++)
		capitals += cq_shape_is_capital(analysis->text.tokens.at[i].shape);
	return span.end - span.start >= 3 && capitals >= 2;
}

/* One word, or words joined by hyphens: "FMI", "UM5R", "N-VA", "Sonagess", "CEDEAO-UEMOA". */
static bool
word_may_be_acronym(const CqAnalysis *analysis, CqSpan span)
{
	const CqToken *tokens = analysis->text.tokens.at;
	bool		capitals = false;

	for (uint32_t i = span.start; i < span.end; i++)
	{
		if (tokens[i].shape > CQ_SHAPE_INIT)
			return cq_shape_is_number(tokens[i].shape) && i > span.start && capitals;
		capitals |= tokens[i].shape == CQ_SHAPE_INIT ? span.end > span.start + 1 : token_may_be_short(&tokens[i]);
	}
	return capitals || (span.end == span.start + 1 && tokens[span.start].shape == CQ_SHAPE_CAP &&
						tokens[span.start].fold_len >= 4);
}

/* Several words, capitals or a number all but the first: "Africa CDC", "PACTE ESRI 2030". */
static bool
words_may_be_acronym(const CqAnalysis *analysis, CqSpan span)
{
	const CqToken *tokens = analysis->text.tokens.at;
	bool		capitals = false;

	for (uint32_t i = span.start; i < span.end; i++)
	{
		if (tokens[i].shape == CQ_SHAPE_CAPS)
			capitals = true;
		else if (i == span.start ? tokens[i].shape != CQ_SHAPE_CAP : !cq_shape_is_number(tokens[i].shape))
			return false;
	}
	return capitals;
}

bool
cq_may_be_acronym(const CqAnalysis *analysis, CqSpan span)
{
	uint32_t	letters = 0;

	if (span.end <= span.start || span.end - span.start > ACRONYM_TOKENS_MAX)
		return false;
	for (uint32_t i = span.start; i < span.end; i++)
		letters += analysis->text.tokens.at[i].fold_len;
	if (letters < ACRONYM_LETTERS_MIN || letters > ACRONYM_LETTERS_MAX)
		return false;
	return cq_is_one_word(analysis, span) ? word_may_be_acronym(analysis, span) : words_may_be_acronym(analysis, span);
}

/* Gather the letters of a short form; digits stand for no word. */
static void
gather_letters(Aligner *aligner, CqSpan acronym)
{
	for (uint32_t i = acronym.start; i < acronym.end; i++)
	{
		CqString	fold = cq_token_fold(&aligner->analysis->text, &aligner->analysis->text.tokens.at[i]);

		for (uint32_t j = 0; j < fold.len && aligner->letter_count < ACRONYM_LETTERS_MAX; j++)
		{
			if (fold.bytes[j] >= 'a' && fold.bytes[j] <= 'z')
				aligner->letters[aligner->letter_count++] = fold.bytes[j];
		}
	}
}

/* Is the folded word one that a short form passes over: article, preposition, number? */
static bool
word_is_small(const CqAnalysis *analysis, const CqToken *token)
{
	CqString	fold = cq_token_fold(&analysis->text, token);
	const CqCommon *common = cq_lexicon_common(analysis->lexicon, fold);
	CqUnit		unit = {.bundle = common != NULL ? common->bundle : CQ_BUNDLE_UNKNOWN};

	if (token->marks & CQ_TOKEN_ELIDED || token->shape > CQ_SHAPE_INIT || strspn(fold.bytes, "ivx") >= fold.len)
		return true;
	if (cq_string_is(fold, "of") || cq_string_is(fold, "and") || cq_string_is(fold, "the"))
		return true;
	return cq_unit_is(analysis->lexicon, &unit, CQ_CLASS_PREP) || cq_unit_is(analysis->lexicon, &unit, CQ_CLASS_CONJ) ||
		cq_unit_is(analysis->lexicon, &unit, CQ_CLASS_DET);
}

/* What passing over a token costs. */
static uint32_t
cost_of_none(const CqAnalysis *analysis, uint32_t token)
{
	if (cq_token_is(analysis, token, ","))
		return cq_token_is(analysis, token + 1, "de") || cq_token_is(analysis, token + 1, "d'") ||
			cq_token_is(analysis, token + 1, "du") || cq_token_is(analysis, token + 1, "des") ? 0 : COST_COMMA;
	return word_is_small(analysis, &analysis->text.tokens.at[token]) ? 0 : COST_WORD;
}

/* Fill in what it costs that tokens from `token` on give the letters from each one on. */
static void
align_token(Aligner *aligner, uint32_t token, uint32_t row)
{
	CqString	fold = cq_token_fold(&aligner->analysis->text, &aligner->analysis->text.tokens.at[token]);
	uint32_t	none = cost_of_none(aligner->analysis, token);

	for (uint32_t i = 0; i <= aligner->letter_count; i++)
	{
		uint32_t	best = aligner->cost[row + 1][i] + none;
		uint32_t	at = 0;

		for (uint32_t k = 0; i + k < aligner->letter_count; k++, at++)
		{
			while (k > 0 && at < fold.len && fold.bytes[at] != aligner->letters[i + k])
				at++;
			if (at >= fold.len || fold.bytes[at] != aligner->letters[i + k])
				break;
			if (aligner->cost[row + 1][i + k + 1] + k * COST_INNER < best)
				best = aligner->cost[row + 1][i + k + 1] + k * COST_INNER;
		}
		aligner->cost[row][i] = (uint16_t) (best < COST_NEVER ? best : COST_NEVER);
	}
}

/* Does the word begin with the short form's first letter? */
static bool
begins_alike(const Aligner *aligner, uint32_t token)
{
	CqString	fold = cq_token_fold(&aligner->analysis->text, &aligner->analysis->text.tokens.at[token]);

	return fold.len > 0 && fold.bytes[0] == aligner->letters[0];
}

/* Make an aligner for a short form, whose last row stands for nothing left. */
static void
aligner_init(Aligner *aligner, const CqAnalysis *analysis, CqSpan acronym, uint32_t rows)
{
	aligner->analysis = analysis;
	aligner->letter_count = 0;
	gather_letters(aligner, acronym);
	for (uint32_t i = 0; i <= aligner->letter_count; i++)
		aligner->cost[rows][i] = i == aligner->letter_count ? 0 : COST_NEVER;
}

bool
cq_letters_fit(const CqAnalysis *analysis, CqSpan acronym, CqSpan long_form)
{
	Aligner		aligner;
	uint32_t	rows = long_form.end - long_form.start;

	if (rows > LONG_FORM_WORDS_MAX || rows == 0)
		return false;
	aligner_init(&aligner, analysis, acronym, rows);
	if (aligner.letter_count < ACRONYM_LETTERS_MIN)
		return false;
	for (uint32_t row = rows; row-- > 0;)
		align_token(&aligner, long_form.start + row, row);
	return begins_alike(&aligner, long_form.start) && aligner.cost[0][0] <= COST_PER_LETTER_MAX * aligner.letter_count;
}

/* May a long form go on to the left over this token? */
static bool
may_pass(const CqAnalysis *analysis, uint32_t token)
{
	uint8_t		shape = analysis->text.tokens.at[token].shape;

	return shape < CQ_SHAPE_SIGN || cq_token_is(analysis, token, ",") || cq_token_is(analysis, token, "-") ||
		cq_token_is(analysis, token, "/") || cq_token_is(analysis, token, "&");
}

CqSpan
cq_letters_before(const CqAnalysis *analysis, CqSpan acronym, uint32_t least, uint32_t end)
{
	Aligner		aligner;
	CqSpan		best = {end, end};
	uint32_t	best_cost;

	aligner_init(&aligner, analysis, acronym, LONG_FORM_WORDS_MAX);
	if (aligner.letter_count < ACRONYM_LETTERS_MIN)
		return best;
	best_cost = COST_PER_LETTER_MAX * aligner.letter_count + 1;
	for (uint32_t row = LONG_FORM_WORDS_MAX, token = end; row-- > 0 && token-- > least;)
	{
		if (!may_pass(analysis, token))
			break;
		align_token(&aligner, token, row);
		if (begins_alike(&aligner, token) && aligner.cost[row][0] < best_cost)
		{
			best.start = token;
			best_cost = aligner.cost[row][0];
		}
	}
	return best;
}
