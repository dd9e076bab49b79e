/*
 * sentences.c: where sentences end, and which capitals prove nothing.
 *
 * A full stop ends a sentence unless it belongs to an abbreviation ("M.", "art."), which longest
 * match has already made one unit with it, or stands behind an initial in a name ("J. Dupont",
 * "Kevin D., 31 ans"), or nothing that can begin a sentence follows. "!", "?" and "…" end one when
 * a capital follows. The first word of a sentence, line, item or quotation has its capital for that
 * reason alone: its shape becomes FIRST.
 */
#include "lexicon.h"

/* The single folded character of a sign; 0 for anything else. */
static int32_t
sign_of(const CqText *text, const CqUnit *unit)
{
	CqString	fold;
	int32_t		code;

	if (unit->shape != CQ_SHAPE_SIGN || unit->end != unit->first + 1)
		return 0;
	fold = cq_token_fold(text, &text->tokens.at[unit->first]);
	cq_utf8_decode(fold.bytes, fold.bytes + fold.len, &code);
	return code;
}

/* Is the sign one that opens a quotation, a bracket or an item? */
static bool
sign_opens(int32_t sign)
{
	return sign == 0xAB || sign == 0x201C || sign == '"' || sign == '(' || sign == '[' ||
		sign == 0x2022 || sign == '*' || sign == 0x2014 || sign == '-';
}

/* Is the sign one that closes a quotation or bracket? */
static bool
sign_closes(int32_t sign)
{
	return sign == 0xBB || sign == 0x201D || sign == '"' || sign == ')' || sign == ']';
}

/* Can a sentence begin with this unit? */
static bool
can_begin(const CqText *text, const CqUnit *unit)
{
	if (unit->shape == CQ_SHAPE_BREAK)
		return true;
	if (unit->shape == CQ_SHAPE_SIGN)
		return sign_opens(sign_of(text, unit));
	return unit->shape != CQ_SHAPE_LOW;
}

/* The first unit after `at` that is not a closing sign. */
static uint32_t
skip_closing(const CqText *text, const CqUnits *units, uint32_t at)
{
	while (at < units->len && sign_closes(sign_of(text, &units->at[at])) &&
		   !(text->tokens.at[units->at[at].first].marks & CQ_TOKEN_BLANK &&
			 sign_of(text, &units->at[at]) == '"'))
		at++;
	return at;
}

/* Does the full stop at `at` belong to the initial before it? */
static bool
stop_is_of_initial(const CqText *text, const CqUnits *units, uint32_t at)
{
	const CqUnit *before = &units->at[at - 1];

	if (before->shape != CQ_SHAPE_INIT || text->tokens.at[units->at[at].first].marks & CQ_TOKEN_BLANK)
		return false;
	return at + 1 < units->len && units->at[at + 1].shape != CQ_SHAPE_BREAK;
}

/* Does the sign at `at` end a sentence? */
static bool
ends_sentence(const CqText *text, const CqUnits *units, uint32_t at)
{
	int32_t		sign = sign_of(text, &units->at[at]);
	uint32_t	next;

	if (sign != '.' && sign != '!' && sign != '?' && sign != 0x2026)
		return false;
	if (sign == '.' && stop_is_of_initial(text, units, at))
		return false;
	next = skip_closing(text, units, at + 1);
	return next >= units->len || can_begin(text, &units->at[next]);
}

/* Is the unit where a capital is owed to its place? */
static bool
owes_capital(const CqText *text, const CqUnits *units, uint32_t at)
{
	uint32_t	before = at;

	while (before > 0)
	{
		const CqUnit *unit = &units->at[--before];

		if (unit->shape == CQ_SHAPE_BREAK || unit->shape == CQ_SHAPE_STOP)
			return true;
		if (unit->shape != CQ_SHAPE_SIGN)
			return false;
		if (sign_of(text, unit) == 0xAB || sign_of(text, unit) == 0x201C ||
			sign_of(text, unit) == ':')
			return true;
		if (sign_of(text, unit) == ',' || sign_of(text, unit) == ';')
			return false;
	}
	return true;
}

void
cq_lexicon_sentences(const CqLexicon *lexicon, CqText *text, CqUnits *units)
{
	(void) lexicon;
	for (uint32_t i = 1; i < units->len; i++)
	{
		CqUnit	   *unit = &units->at[i];

		if (ends_sentence(text, units, i))
			unit->shape = CQ_SHAPE_STOP;
		else if (unit->shape == CQ_SHAPE_CAP && owes_capital(text, units, i))
			unit->shape = CQ_SHAPE_FIRST;
	}
}
