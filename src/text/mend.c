/*
 * mend.c: words that typesetting broke.
 *
 * "la crimi- nalité", "des Forces Ar-⏎mées": the pieces are joined where the result is a word that
 * the caller knows. "porte-⏎parole" is glued, not joined, where the word with its hyphen is known.
 */
#include "text.h"

/* Is `token` a hyphen written right behind a word? */
static bool
is_loose_hyphen(const CqText *text, uint32_t at)
{
	const CqToken *token = &text->tokens.at[at];

	return token->shape == CQ_SHAPE_SIGN && token->start == token[-1].end &&
		token[-1].shape < CQ_SHAPE_N_MONTH && cq_string_is(cq_token_fold(text, token), "-");
}

/* Write the two folded forms one behind the other, `glue` between, at the end of the folded text. */
static CqString
fold_joined(CqText *text, const CqToken *head, const CqToken *tail, const char *glue)
{
	char	   *start = text->folded + text->folded_len;
	uint32_t	glue_len = (uint32_t) strlen(glue);

	memcpy(start, text->folded + head->fold, head->fold_len);
	memcpy(start + head->fold_len, glue, glue_len);
	memcpy(start + head->fold_len + glue_len, text->folded + tail->fold, tail->fold_len);
	return (CqString) {start, head->fold_len + glue_len + tail->fold_len};
}

/* Make `head` the whole word, `joined` its folded form. */
static void
take_joined(CqText *text, CqToken *head, const CqToken *tail, CqString joined)
{
	head->end = tail->end;
	head->fold = (uint32_t) (joined.bytes - text->folded);
	head->fold_len = (uint16_t) joined.len;
	head->marks |= CQ_TOKEN_BROKEN | (tail->marks & CQ_TOKEN_ABBREVIATED);
	text->folded_len += joined.len;
}

/* The word that goes on after the loose hyphen at `at`; 0 if none does. */
static uint32_t
find_tail(const CqText *text, uint32_t at)
{
	const CqToken *tokens = text->tokens.at;
	uint32_t	next = at + 1;

	if (next < text->tokens.len && tokens[next].shape == CQ_SHAPE_BREAK)
		next++;
	if (next >= text->tokens.len || tokens[next].shape != CQ_SHAPE_LOW)
		return 0;
	return next;
}

void
cq_text_mend(CqText *text, bool (*is_word) (void *self, CqString folded), void *self)
{
	CqToken    *tokens = text->tokens.at;
	uint32_t	kept = 1;

	for (uint32_t i = 1; i < text->tokens.len; i++)
	{
		uint32_t	tail = is_loose_hyphen(text, i) ? find_tail(text, i) : 0;
		CqToken    *head = &tokens[kept - 1];
		CqString	joined;

		if (tail == 0 || head->end != tokens[i].start ||
			head->fold_len + tokens[tail].fold_len > UINT16_MAX - 1)
		{
			tokens[kept++] = tokens[i];
			continue;
		}
		joined = fold_joined(text, head, &tokens[tail], "-");
		if (is_word(self, joined))
			tokens[tail].marks |= CQ_TOKEN_HYPHEN;
		joined = fold_joined(text, head, &tokens[tail], "");
		if (!(tokens[tail].marks & CQ_TOKEN_HYPHEN) && !is_word(self, joined))
		{
			tokens[kept++] = tokens[i];
			continue;
		}
		if (tokens[tail].marks & CQ_TOKEN_HYPHEN)
			tokens[kept++] = tokens[tail];
		else
			take_joined(text, head, &tokens[tail], joined);
		i = tail;
	}
	text->tokens.len = kept;
}
