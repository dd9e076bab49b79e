/*
 * text.h: what is written where.
 *
 * One pass over the caller's bytes makes tokens: each knows its bytes in the body and its folded
 * form. Nothing of the body is changed or copied, so offsets are exact by construction.
 *
 * The cut follows French typography: an elided word ends with its apostrophe ("l'" + "État"), the
 * parts of a hyphenated word are tokens of their own, marked as glued by the hyphen, so that
 * "Béni-Mellal" and "Béni Mellal" are the same two words. "N'Diaye" and "aujourd'hui" are one token.
 */
#ifndef CQ_TEXT_H
#define CQ_TEXT_H

#include "../base/list.h"
#include "../base/span.h"
#include "../base/utf8.h"

typedef enum CqShape
{
#define CQ_SHAPE(symbol, name) CQ_SHAPE_##symbol,
#include "shapes.def"
#undef CQ_SHAPE
	CQ_SHAPE_COUNT
} CqShape;

/* Token marks. */
#define CQ_TOKEN_BLANK		0x01	/* a blank stands before it */
#define CQ_TOKEN_HYPHEN		0x02	/* a hyphen glues it to the token before */
#define CQ_TOKEN_ELIDED		0x04	/* ends with an apostrophe that glues it to the next */
#define CQ_TOKEN_LINE		0x08	/* first token of a line */
#define CQ_TOKEN_BROKEN		0x10	/* one word that the source had broken in two */
#define CQ_TOKEN_CAPSLINE	0x20	/* stands in a line written all in capitals */
#define CQ_TOKEN_JUNK		0x40	/* an address or other machine text: means nothing */
#define CQ_TOKEN_ABBREVIATED 0x80	/* a full stop stands right behind it */

typedef struct CqToken
{
	uint32_t	start;			/* bytes of the body, [start, end) */
	uint32_t	end;
	uint32_t	fold;			/* where its folded form begins in CqText.folded */
	uint16_t	fold_len;
	uint8_t		shape;			/* a CqShape */
	uint8_t		marks;			/* CQ_TOKEN_* */
} CqToken;

typedef CQ_LIST(CqToken) CqTokens;

typedef struct CqText
{
	CqArena    *arena;
	CqCharacters *characters;
	CqString	body;			/* the caller's bytes: UTF-8, not ended by NUL */
	char	   *folded;			/* folded forms of all tokens, a hyphen between glued ones */
	uint32_t	folded_len;
	CqTokens	tokens;
	uint32_t   *counts;			/* characters before each step of bytes: see offsets.c */
	uint32_t   *words;			/* of each token: its word in the lexicon, or UINT32_MAX */
	uint16_t   *commons;		/* of each token: its reading as an everyday word, or 0 */
} CqText;

/*
 * Cut `body` into tokens. Line ends become tokens of shape BREAK, folded to "↵" for one and "¶" for
 * two or more; a text begins and ends with a "¶" of no length.
 */
void		cq_text_read(CqText *text, CqArena *arena, CqCharacters *characters, CqString body);

/*
 * Drop the line ends that only wrap a paragraph, and mark the lines written in capitals. Comes
 * after cq_text_mend, which needs to see them.
 */
void		cq_text_lines(CqText *text);

/* Count the body's characters, for cq_text_characters. */
void		cq_text_count(CqText *text);

/* Characters before a byte of the body. */
uint32_t	cq_text_characters(const CqText *text, uint32_t byte);

/* The folded form of a token. */
static inline CqString
cq_token_fold(const CqText *text, const CqToken *token)
{
	return (CqString) {text->folded + token->fold, token->fold_len};
}

/* The bytes of tokens [first, last], as they stand in the body. */
static inline CqString
cq_text_surface(const CqText *text, uint32_t first, uint32_t last)
{
	uint32_t	start = text->tokens.at[first].start;

	return (CqString) {text->body.bytes + start, text->tokens.at[last].end - start};
}

/* Does the token hold a number? */
static inline bool
cq_shape_is_number(uint8_t shape)
{
	return shape >= CQ_SHAPE_N_MONTH && shape <= CQ_SHAPE_N_OTHER;
}

/* Does the token begin with a capital letter? */
static inline bool
cq_shape_is_capital(uint8_t shape)
{
	return shape >= CQ_SHAPE_CAP && shape <= CQ_SHAPE_INIT;
}

/* The shape of a number of these digits; `separated`: points or commas stand between them. */
uint8_t		cq_figures_shape(CqString digits, bool separated);

/* The character that an HTML entity starting at `at` stands for, and its length; 0 if none does. */
uint32_t	cq_entity_decode(const char *at, const char *end, int32_t *code);

/*
 * Join what typesetting broke ("crimi- nalité", "Ar-⏎mées") wherever `is_word` knows the joined
 * form but the word does not end with the break. The token left keeps both parts' bytes.
 */
void		cq_text_mend(CqText *text, bool (*is_word) (void *self, CqString folded), void *self);

#endif
