/* trie.c: phrases as paths from word to word. */
#include "build.h"

/* The number of a word, which is also its node's; both are made if new. */
static uint32_t
word_add(Builder *builder, const char *folded)
{
	uint32_t   *word = map_put(&builder->words, folded, builder->word_list.len);

	if (*word == builder->word_list.len)
		*cq_list_add(&builder->arena, &builder->word_list) = strdup(folded);
	return *word;
}

/*
 * Words own the first nodes, but more words come while phrases are added; so while building, the
 * node of word i is i * 2 and the nodes of phrases are odd. emit.c numbers them again.
 */
static Node *
node_at(Builder *builder, uint32_t node)
{
	while (builder->nodes.len <= node)
		(void) cq_list_add(&builder->arena, &builder->nodes);
	return &builder->nodes.at[node];
}

/* The node behind `node` for the next word, made if new. */
static uint32_t
node_follow(Builder *builder, uint32_t node, uint32_t word)
{
	Node	   *from = node_at(builder, node);
	uint32_t	fresh;

	for (uint32_t i = 0; i < from->words.len; i++)
	{
		if (from->words.at[i] == word)
			return from->nodes.at[i];
	}
	fresh = builder->phrase_nodes++ * 2 + 1;
	*cq_list_add(&builder->arena, &from->words) = word;
	*cq_list_add(&builder->arena, &from->nodes) = fresh;
	node_at(builder, fresh);
	return fresh;
}

/*
 * Cut a phrase into tokens; yields how many at its end do not count. An apostrophe at the end
 * elides only before a letter, so it is given one that is left out again.
 */
static uint32_t
read_phrase(Builder *builder, CqText *text, const char *phrase)
{
	size_t		len = strlen(phrase);
	char	   *longer = cq_arena_copy(&builder->arena, phrase, len + 1);

	if (len > 1 && phrase[len - 1] == '\'')
	{
		longer[len] = 'x';
		cq_text_read(text, &builder->arena, &builder->characters, (CqString) {longer, (uint32_t) len + 1});
		if (text->tokens.len > 3)
			return 2;
	}
	cq_text_read(text, &builder->arena, &builder->characters, cq_string(phrase));
	return 1;
}

uint32_t
trie_add(Builder *builder, const char *phrase, uint32_t *capitals)
{
	CqText		text;
	uint32_t	node = UINT32_MAX;
	uint32_t	position = 0;

	uint32_t	last = read_phrase(builder, &text, phrase);
	if (text.tokens.len < 2 + last)
		build_fail(builder, "a form without any word", phrase);
	for (uint32_t i = 1; i + last < text.tokens.len; i++, position++)
	{
		const CqToken *token = &text.tokens.at[i];
		CqString	fold = cq_token_fold(&text, token);
		char	   *folded = cq_arena_copy(&builder->arena, fold.bytes, fold.len);
		uint32_t	word = word_add(builder, folded);

		if (cq_shape_is_capital(token->shape) && position < 32)
			*capitals |= UINT32_C(1) << position;
		node = i == 1 ? word * 2 : node_follow(builder, node, word);
		node_at(builder, node);
	}
	return node;
}
