/*
 * lines.c: which line ends mean something.
 *
 * A source wrapped at a fixed width breaks its lines in mid-sentence; a title, a list item or a
 * signature ends where its line ends. The difference shows in the line itself:
 *
 *		Agadir - Sur Hautes Instructions de Sa Majesté le Roi, Chef Suprême et⏎		(wrapped)
 *		Chef d'Etat-Major Général des Forces Armées Royales, le Général de corps⏎	(wrapped)
 *		ROYAUME DU MAROC⏎															(ends here)
 *		Ministère de l'Enseignement supérieur,⏎										(goes on: comma)
 *
 * So a single line end is taken for a wrap when its line ends with a comma or with a word that
 * calls for another, or when the line is long and does not end with a full stop or the like.
 */
#include "text.h"

/* A line shorter than this was not ended by wrapping (usual widths are 65 to 80 characters). */
#define LINE_WRAPPED_MIN 55

/* Words that cannot end a line of their own. */
static const char *const CALLS_FOR_MORE[] = {"de", "du", "des", "d'", "et", "la", "le", "les", "l'",
"a", "au", "aux", "en", "pour", "sur", "par", "dans", "avec", "ou", "un", "une", ",", "(", "-"};

/* Signs that end what stands on a line. */
static const char *const ENDS_LINE[] = {".", ";", ":", "!", "?", "\xE2\x80\xA6", "\xC2\xBB",
"\xE2\x80\x9D", ")", "\""};

/* Signs that begin a new item. */
static const char *const BEGINS_ITEM[] = {"-", "\xE2\x80\xA2", "*", "\xE2\x80\x94", "\xC2\xAB",
"\xE2\x80\x9C", "\""};

/* Is the token's folded form one of `words`? */
static bool
token_is_one_of(const CqText *text, const CqToken *token, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
	{
		if (cq_string_is(cq_token_fold(text, token), words[i]))
			return true;
	}
	return false;
}

#define IS_ONE_OF(text, token, words) \
	token_is_one_of((text), (token), (words), sizeof(words) / sizeof((words)[0]))

/* Does the break after `last` only wrap the line that began at byte `line_start`? */
static bool
break_wraps(const CqText *text, uint32_t line_start, const CqToken *last, const CqToken *next)
{
	uint32_t	width = cq_utf8_count(text->body.bytes + line_start, last->end - line_start);

	if (IS_ONE_OF(text, next, BEGINS_ITEM) && next[1].marks & CQ_TOKEN_BLANK)
		return false;
	if (IS_ONE_OF(text, last, CALLS_FOR_MORE))
		return true;
	if (last->shape == CQ_SHAPE_SIGN && IS_ONE_OF(text, last, ENDS_LINE))
		return width >= LINE_WRAPPED_MIN && next->shape == CQ_SHAPE_LOW;
	return width >= LINE_WRAPPED_MIN || (next->shape == CQ_SHAPE_LOW && width * 2 > LINE_WRAPPED_MIN);
}

/* Is the break a paragraph end? */
static bool
break_is_paragraph(const CqText *text, const CqToken *token)
{
	return cq_token_fold(text, token).len == 2;
}

/* Mark the tokens of a line if it is written in capitals: two words of which none has small letters. */
static void
mark_caps_line(CqToken *first, CqToken *end)
{
	uint32_t	caps = 0;

	for (const CqToken *token = first; token < end; token++)
	{
		if (token->shape == CQ_SHAPE_CAPS)
			caps++;
		else if (token->shape < CQ_SHAPE_CAPS || token->shape == CQ_SHAPE_MIXED)
			return;
	}
	for (CqToken *token = first; caps >= 2 && token < end; token++)
		token->marks |= CQ_TOKEN_CAPSLINE;
}

/* Mark capital lines, each being what stands between two breaks. */
static void
mark_caps_lines(CqText *text)
{
	CqToken    *first = text->tokens.at;
	CqToken    *end = first + text->tokens.len;

	for (CqToken *token = first; token < end; token++)
	{
		if (token->shape != CQ_SHAPE_BREAK)
			continue;
		mark_caps_line(first, token);
		first = token + 1;
	}
}

/* Should this break go, being a wrap, or a second one in a row? */
static bool
break_goes(const CqText *text, uint32_t at, uint32_t line_start, const CqToken *kept)
{
	const CqToken *token = &text->tokens.at[at];

	if (at == 0 || at + 1 >= text->tokens.len)
		return false;
	if (token[1].shape == CQ_SHAPE_BREAK)
		return true;
	return !break_is_paragraph(text, token) && kept->shape != CQ_SHAPE_BREAK &&
		break_wraps(text, line_start, kept, token + 1);
}

void
cq_text_lines(CqText *text)
{
	CqToken    *tokens = text->tokens.at;
	uint32_t	kept = 0;
	uint32_t	line_start = 0;

	mark_caps_lines(text);
	for (uint32_t i = 0; i < text->tokens.len; i++)
	{
		bool		is_break = tokens[i].shape == CQ_SHAPE_BREAK;

		if (is_break && break_goes(text, i, line_start, kept > 0 ? &tokens[kept - 1] : tokens))
			tokens[i + 1].marks |= CQ_TOKEN_LINE | CQ_TOKEN_BLANK;
		else
			tokens[kept++] = tokens[i];
		if (is_break && i + 1 < text->tokens.len)
			line_start = tokens[i + 1].start;
	}
	text->tokens.len = kept;
}
