/*
 * quotes.c: what stands between quotation marks.
 *
 * French opens with « and closes with »; agencies also write "..." and “...”. Marks of another kind
 * inside are part of the quotation, and so is a « that opens each new paragraph of a long one. A
 * quotation that nothing closes ends with its paragraph.
 */
#include "bodies.h"

/* Longest quotation, in tokens: a mark forgotten must not swallow the rest of the text. */
#define QUOTE_TOKENS_MAX 1200

/* The sign that closes what this token opens; NULL if it opens nothing. */
static const char *
closing_sign(const CqAnalysis *analysis, uint32_t token)
{
	if (cq_token_is(analysis, token, "\xC2\xAB"))
		return "\xC2\xBB";
	if (cq_token_is(analysis, token, "\xE2\x80\x9C"))
		return "\xE2\x80\x9D";
	return cq_token_is(analysis, token, "\"") ? "\"" : NULL;
}

/* Does the sign at `token` open the next paragraph of the same quotation? */
static bool
reopens(const CqAnalysis *analysis, uint32_t token, const char *close)
{
	return token > 0 && analysis->text.tokens.at[token - 1].shape == CQ_SHAPE_BREAK &&
		closing_sign(analysis, token) != NULL && strcmp(closing_sign(analysis, token), close) == 0;
}

/* One past the token that closes the quotation opened at `open`; its paragraph's end if none does. */
static uint32_t
quote_end(const CqAnalysis *analysis, uint32_t open, const char *close, bool *open_end)
{
	uint32_t	limit = open + QUOTE_TOKENS_MAX;
	uint32_t	depth = 1;
	uint32_t	paragraph = 0;

	if (limit > analysis->text.tokens.len)
		limit = analysis->text.tokens.len;
	for (uint32_t i = open + 1; i < limit; i++)
	{
		bool		same = strcmp(close, "\"") == 0;

		if (analysis->text.tokens.at[i].shape == CQ_SHAPE_BREAK)
		{
			if (paragraph == 0)
				paragraph = i;
			if (i + 1 < limit && !reopens(analysis, i + 1, close))
				break;
			i++;
			continue;
		}
		if (cq_token_is(analysis, i, close) && --depth == 0)
			return i + 1;
		if (!same && closing_sign(analysis, i) != NULL && strcmp(closing_sign(analysis, i), close) == 0)
			depth++;
	}
	*open_end = true;
	return paragraph > 0 ? paragraph : open + 1;
}

void
cq_resolve_quotes(CqAnalysis *analysis)
{
	for (uint32_t i = 1; i < analysis->text.tokens.len; i++)
	{
		const char *close = closing_sign(analysis, i);
		CqQuote    *quote;
		bool		open_end = false;
		uint32_t	end;

		if (close == NULL)
			continue;
		end = quote_end(analysis, i, close, &open_end);
		if (end <= i + 2)
			continue;
		quote = cq_list_add(analysis->arena, &analysis->quotes);
		quote->tokens = (CqSpan) {i, end};
		quote->open_end = open_end;
		i = end - 1;
	}
}
