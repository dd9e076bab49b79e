/*
 * utf8.h: characters as the rest of the core sees them.
 *
 * Every non-ASCII character is classified and folded once per engine by utf8proc and remembered.
 * Folding is what makes two spellings the same word: lower case, no diacritics, ligatures written
 * out, typographic apostrophes, hyphens and dashes made plain.
 */
#ifndef CQ_UTF8_H
#define CQ_UTF8_H

#include <stdbool.h>
#include <stdint.h>

typedef enum CqCharClass
{
	CQ_CHAR_UNKNOWN = 0,		/* not looked up yet */
	CQ_CHAR_LETTER,
	CQ_CHAR_DIGIT,
	CQ_CHAR_SPACE,				/* blanks of any width, tabs */
	CQ_CHAR_NEWLINE,			/* line feed, carriage return, line and paragraph separators */
	CQ_CHAR_MARK,				/* combining accents, zero-width characters, soft hyphen: no trace */
	CQ_CHAR_APOSTROPHE,
	CQ_CHAR_HYPHEN,
	CQ_CHAR_SIGN				/* any other character stands alone */
} CqCharClass;

/* The most bytes one character folds to. */
#define CQ_FOLD_MAX 6

typedef struct CqCharacter
{
	uint8_t		class;			/* a CqCharClass */
	uint8_t		upper;			/* is it a capital letter? */
	uint8_t		fold_len;		/* bytes of `fold`; 0 for marks */
	char		fold[CQ_FOLD_MAX];	/* folded form in UTF-8 */
} CqCharacter;

/* Characters below this are remembered: Latin, with all its supplements. */
#define CQ_CHARACTERS_KEPT 0x250

typedef struct CqCharacters
{
	CqCharacter kept[CQ_CHARACTERS_KEPT];
	CqCharacter other;			/* the last one beyond */
} CqCharacters;

/*
 * Decode the character at `at` (which must lie before `end`) into `*code`; yields its length in
 * bytes. A byte that starts no valid character counts as one character, U+FFFD.
 */
uint32_t	cq_utf8_decode(const char *at, const char *end, int32_t *code);

/* Encode `code` at `out` (room for 4 bytes); yields the number of bytes. */
uint32_t	cq_utf8_encode(int32_t code, char *out);

/* Fill in the characters that are remembered. */
void		cq_characters_init(CqCharacters *characters);

/* cq_character for the code points that are not remembered. */
const CqCharacter *cq_character_beyond(CqCharacters *characters, int32_t code);

/* Class and folded form of a code point. The answer is good until the next call. */
static inline const CqCharacter *
cq_character(CqCharacters *characters, int32_t code)
{
	return code >= 0 && code < CQ_CHARACTERS_KEPT ? &characters->kept[code] :
		cq_character_beyond(characters, code);
}

/* Lower or upper case of a code point. */
int32_t		cq_utf8_lower(int32_t code);
int32_t		cq_utf8_upper(int32_t code);

/*
 * Compose `len` bytes to NFC into `out`, which has room for 3 * `len` + 4; yields the number of
 * bytes written. Text already in NFC is copied.
 */
uint32_t	cq_utf8_compose(const char *bytes, uint32_t len, char *out);

/* Number of characters (code points) in `len` bytes. */
uint32_t	cq_utf8_count(const char *bytes, uint32_t len);

#endif
