/*
 * tokens.c: one pass from bytes to tokens.
 *
 * "L’État n'a pas reçu M. N'Diaye à Béni-Mellal" is read as
 *		l' état n' a pas reçu m . n'diaye à béni -mellal
 * A reader yields one character at a time (an HTML entity counts as the character it stands for,
 * marks without width are skipped), and the functions below it each eat one kind of token.
 */
#include "text.h"

#include <strings.h>

/* A word longer than this is cut: no French word comes near, and lengths must fit 16 bits. */
#define TOKEN_BYTES_MAX 512

/* A byte makes at most this many folded ones ("a⏎a⏎": four bytes become twelve, blanks included);
 * the outer breaks need a few more, and mending a broken word writes it once again. */
#define FOLD_GROWTH 5
#define FOLD_OUTER 64

/* Short words that only their accent tells from others ("a reçu" and "à Rabat"): they keep it. */
static const char *const ACCENT_KEPT[] = {"\xC3\xA0", "o\xC3\xB9", "d\xC3\xA8s", "l\xC3\xA0"};

/* Longest of them, in letters. */
#define ACCENT_KEPT_LETTERS 3

/* Paragraph and line ends, as rules write them. */
#define FOLD_PARAGRAPH "\xC2\xB6"	/* ¶ */
#define FOLD_LINE "\xE2\x86\xB5"	/* ↵ */

/* A character of the body with its place. */
typedef struct Piece
{
	uint32_t	start;
	uint32_t	end;			/* start == end: the body is over */
	int32_t		code;
	const CqCharacter *character;
} Piece;

typedef struct Reader
{
	CqText	   *text;
	Piece		now;			/* the character under the eye */
	uint32_t	at;				/* bytes read, `now` included */
} Reader;

/* Words that lose their vowel before another: the apostrophe ends them. */
static const char *const ELIDED[] = {"l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu",
"lorsqu", "puisqu", "quoiqu", "presqu", "entr"};

/* Of those, the ones that also begin African and Irish names: "N'Diaye", "M'Bala", "T'Serclaes". */
static const char *const NAME_PREFIX[] = {"n", "m", "t"};

/* Decode one character, entities included, without skipping anything. */
static inline void
reader_decode(Reader *reader, Piece *piece)
{
	const CqText *text = reader->text;
	const char *at = text->body.bytes + reader->at;
	const char *end = text->body.bytes + text->body.len;
	uint32_t	len = 0;

	piece->start = piece->end = reader->at;
	if (at >= end)
		return;
	if ((unsigned char) *at < 0x80 && *at != '&')
	{
		piece->code = *at;
		piece->end = reader->at + 1;
		piece->character = &text->characters->kept[(unsigned char) *at];
		return;
	}
	if (*at == '&')
		len = cq_entity_decode(at, end, &piece->code);
	if (len == 0)
		len = cq_utf8_decode(at, end, &piece->code);
	piece->end = reader->at + len;
	piece->character = cq_character(text->characters, piece->code);
}

/* Move to the next character that leaves a trace. */
static inline void
reader_next(Reader *reader)
{
	do
	{
		reader_decode(reader, &reader->now);
		reader->at = reader->now.end;
	} while (reader->now.end > reader->now.start && reader->now.character->class == CQ_CHAR_MARK);
}

/* The character class under the eye; CQ_CHAR_UNKNOWN at the end. */
static inline CqCharClass
reader_class(const Reader *reader)
{
	return reader->now.end > reader->now.start ? reader->now.character->class : CQ_CHAR_UNKNOWN;
}

/* What class would come after the character under the eye? */
static CqCharClass
reader_peek(const Reader *reader)
{
	Reader		ahead = *reader;

	reader_next(&ahead);
	return reader_class(&ahead);
}

/* Write bytes to the folded text, whose room was measured beforehand. */
static inline void
fold_write(CqText *text, const char *bytes, uint32_t len)
{
	char	   *to = text->folded + text->folded_len;

	for (uint32_t i = 0; i < len; i++)
		to[i] = bytes[i];
	text->folded_len += len;
}

/* Begin a token at the character under the eye. */
static CqToken *
token_begin(Reader *reader, uint8_t marks)
{
	CqText	   *text = reader->text;
	CqToken    *token = cq_list_add(text->arena, &text->tokens);

	if (!(marks & CQ_TOKEN_HYPHEN) && text->folded_len > 0)
		fold_write(text, " ", 1);
	else if (marks & CQ_TOKEN_HYPHEN)
		fold_write(text, "-", 1);
	token->start = token->end = reader->now.start;
	token->fold = text->folded_len;
	token->marks = marks;
	return token;
}

/* Take the character under the eye into the token. */
static void
token_take(Reader *reader, CqToken *token)
{
	const CqCharacter *character = reader->now.character;

	fold_write(reader->text, character->fold, character->fold_len);
	token->end = reader->now.end;
	reader_next(reader);
}

/* Close the token. Marks that follow its last letter ("e" + U+0301) belong to it. */
static void
token_end(Reader *reader, CqToken *token)
{
	CqText	   *text = reader->text;
	uint32_t	end = token->end;

	while (end < reader->now.start)
	{
		int32_t		code;
		uint32_t	len = cq_utf8_decode(text->body.bytes + end,
										 text->body.bytes + text->body.len, &code);

		if (cq_character(text->characters, code)->class != CQ_CHAR_MARK || code == 0x200B ||
			code == 0xFEFF || code == 0xAD)
			break;
		end += len;
	}
	token->end = end;
	token->fold_len = (uint16_t) (text->folded_len - token->fold);
}

/* Is the folded text from `from` on one of `words`? */
static bool
fold_is_one_of(const CqText *text, uint32_t from, const char *const *words, size_t count)
{
	CqString	folded = {text->folded + from, text->folded_len - from};

	for (size_t i = 0; i < count; i++)
	{
		if (cq_string_is(folded, words[i]))
			return true;
	}
	return false;
}

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Letters of a token, counted while they are eaten. */
typedef struct Letters
{
	uint32_t	count;
	uint32_t	upper;
	bool		first_upper;
	bool		upper_inside;	/* a capital that follows a small letter */
	bool		last_upper;
} Letters;

/* Note the letter under the eye. */
static void
letters_note(Letters *letters, const CqCharacter *character)
{
	if (letters->count == 0)
		letters->first_upper = character->upper;
	else if (character->upper && !letters->last_upper)
		letters->upper_inside = true;
	letters->count++;
	letters->upper += character->upper;
	letters->last_upper = character->upper;
}

/* How a word is written, from its letters. */
static uint8_t
letters_shape(const Letters *letters)
{
	if (letters->count == 1)
		return letters->upper ? CQ_SHAPE_INIT : CQ_SHAPE_LOW;
	if (letters->upper == letters->count)
		return CQ_SHAPE_CAPS;
	if (letters->upper == 0)
		return CQ_SHAPE_LOW;
	if (letters->first_upper && !letters->upper_inside && letters->upper == 1)
		return CQ_SHAPE_CAP;
	return letters->first_upper || letters->upper > 1 ? CQ_SHAPE_MIXED : CQ_SHAPE_LOW;
}

/* Does the apostrophe under the eye end an elided word, or stand inside a name? */
static bool
apostrophe_elides(const Reader *reader, const CqToken *token, const Letters *letters)
{
	Reader		ahead = *reader;

	if (!fold_is_one_of(reader->text, token->fold, ELIDED, COUNT_OF(ELIDED)))
		return false;
	reader_next(&ahead);
	if (!letters->first_upper || letters->count > 1 || !ahead.now.character->upper)
		return true;
	return !fold_is_one_of(reader->text, token->fold, NAME_PREFIX, COUNT_OF(NAME_PREFIX));
}

/*
 * Give a short word its accent back in the folded text. A lone capital A is the preposition too:
 * the verb never stands first, and capitals often lack accents.
 */
static void
keep_accent(CqText *text, CqToken *token, const Letters *letters)
{
	char		composed[32];
	uint32_t	len = token->end - token->start;
	const char *kept = NULL;

	if (letters->count > ACCENT_KEPT_LETTERS || len > 8 || (len == letters->count && !letters->first_upper))
		return;
	len = cq_utf8_compose(text->body.bytes + token->start, len, composed);
	composed[len] = '\0';
	if (letters->first_upper && letters->count == 1 &&
		(strcmp(composed, "A") == 0 || strcmp(composed, "\xC3\x80") == 0))
		kept = ACCENT_KEPT[0];
	for (size_t i = 0; kept == NULL && i < COUNT_OF(ACCENT_KEPT); i++)
	{
		if (strcasecmp(composed, ACCENT_KEPT[i]) == 0)
			kept = ACCENT_KEPT[i];
	}
	if (kept == NULL)
		return;
	text->folded_len = token->fold;
	fold_write(text, kept, (uint32_t) strlen(kept));
	token->fold_len = (uint16_t) strlen(kept);
}

/* Is the byte a letter of ASCII? */
static inline bool
is_ascii_letter(unsigned char byte)
{
	return (unsigned char) ((byte | 0x20) - 'a') < 26;
}

/*
 * Eat a run of ASCII letters but its last, which may bear a mark ("e" + U+0301): most of French goes
 * through here.
 */
static void
take_ascii_letters(Reader *reader, CqToken *token, Letters *letters)
{
	const CqText *text = reader->text;
	const char *bytes = text->body.bytes;
	char	   *fold = reader->text->folded + reader->text->folded_len;
	uint32_t	at = reader->now.start;
	uint32_t	limit = text->body.len - at < TOKEN_BYTES_MAX ? text->body.len : at + TOKEN_BYTES_MAX;

	while (at + 1 < limit && is_ascii_letter((unsigned char) bytes[at]) &&
		   is_ascii_letter((unsigned char) bytes[at + 1]))
	{
		bool		upper = (bytes[at] & 0x20) == 0;

		if (letters->count == 0)
			letters->first_upper = upper;
		else if (upper && !letters->last_upper)
			letters->upper_inside = true;
		letters->count++;
		letters->upper += upper;
		letters->last_upper = upper;
		*fold++ = (char) (bytes[at++] | 0x20);
	}
	if (at == reader->now.start)
		return;
	reader->text->folded_len = (uint32_t) (fold - reader->text->folded);
	token->end = at;
	reader->at = at;
	reader_next(reader);
}

/* Eat a word: letters, an apostrophe inside, digits glued behind letters ("UM5R", "G20"). */
static void
read_word(Reader *reader, uint8_t marks)
{
	CqToken    *token = token_begin(reader, marks);
	Letters		letters = {0};
	bool		inside_name = false;

	for (;;)
	{
		CqCharClass class = reader_class(reader);

		if (class == CQ_CHAR_APOSTROPHE && reader_peek(reader) == CQ_CHAR_LETTER)
		{
			bool		elides = apostrophe_elides(reader, token, &letters);

			token_take(reader, token);
			if (elides)
			{
				token->marks |= CQ_TOKEN_ELIDED;
				break;
			}
			inside_name = true;
			letters.last_upper = true;	/* the capital of "N'Diaye" is no capital inside */
			continue;
		}
		if ((class != CQ_CHAR_LETTER && class != CQ_CHAR_DIGIT) ||
			token->end - token->start > TOKEN_BYTES_MAX)
			break;
		if (class == CQ_CHAR_LETTER)
		{
			take_ascii_letters(reader, token, &letters);
			letters_note(&letters, reader->now.character);
		}
		token_take(reader, token);
	}
	token_end(reader, token);
	keep_accent(reader->text, token, &letters);
	token->shape = letters_shape(&letters);
	if (inside_name && letters.first_upper && token->shape == CQ_SHAPE_MIXED)
		token->shape = CQ_SHAPE_CAP;
}

/* Eat a number: digits, with single points or commas between digits. */
static void
read_number(Reader *reader, uint8_t marks)
{
	CqToken    *token = token_begin(reader, marks);
	bool		separated = false;

	while (token->end - token->start < TOKEN_BYTES_MAX)
	{
		CqCharClass class = reader_class(reader);

		if (class == CQ_CHAR_SIGN && (reader->now.code == '.' || reader->now.code == ',') &&
			reader_peek(reader) == CQ_CHAR_DIGIT)
			separated = true;
		else if (class != CQ_CHAR_DIGIT)
			break;
		token_take(reader, token);
	}
	token_end(reader, token);
	token->shape = cq_figures_shape(cq_token_fold(reader->text, token), separated);
}

/* Eat a sign; a row of the same sign is one token ("...", "--", "*****"). */
static void
read_sign(Reader *reader, uint8_t marks)
{
	CqToken    *token = token_begin(reader, marks);
	int32_t		code = reader->now.code;
	uint32_t	count = 0;

	do
	{
		if (count++ == 0)
			token_take(reader, token);
		else
		{
			token->end = reader->now.end;
			reader_next(reader);
		}
	} while (reader_class(reader) != CQ_CHAR_UNKNOWN && reader->now.code == code &&
			 code != '"' && code != '(' && code != ')' && code != '\'');
	token_end(reader, token);
	token->shape = CQ_SHAPE_SIGN;
	if (count > 1 && (code == '.' || code == '-'))
	{
		const char *fold = code == '.' ? "\xE2\x80\xA6" : "\xE2\x80\x94";	/* … and — */

		reader->text->folded_len = token->fold;
		fold_write(reader->text, fold, 3);
		token->fold_len = 3;
	}
}

/* Eat a row of line ends and blanks; note how many lines end. */
static void
read_break(Reader *reader)
{
	CqToken    *token = token_begin(reader, 0);
	uint32_t	lines = 0;

	while (reader_class(reader) == CQ_CHAR_NEWLINE || reader_class(reader) == CQ_CHAR_SPACE)
	{
		Reader		ahead = *reader;
		bool		pair = reader->now.code == '\r';

		token->end = reader->now.end;
		lines += reader_class(reader) == CQ_CHAR_NEWLINE;
		reader_next(&ahead);
		if (pair && reader_class(&ahead) == CQ_CHAR_NEWLINE && ahead.now.code == '\n')
			lines--;
		*reader = ahead;
	}
	token->shape = CQ_SHAPE_BREAK;
	if (lines > 1)
		fold_write(reader->text, FOLD_PARAGRAPH, 2);
	else
		fold_write(reader->text, FOLD_LINE, 3);
	token->fold_len = (uint16_t) (reader->text->folded_len - token->fold);
}

/* Add the paragraph end of no length that opens and closes every text. */
static void
add_outer_break(Reader *reader)
{
	CqToken    *token = token_begin(reader, 0);

	token->start = token->end = reader->now.start;
	token->shape = CQ_SHAPE_BREAK;
	fold_write(reader->text, FOLD_PARAGRAPH, 2);
	token->fold_len = 2;
}

/* Is the hyphen under the eye glued to letters on both sides? */
static bool
hyphen_glues(const Reader *reader)
{
	const CqTokens *tokens = &reader->text->tokens;
	const CqToken *before = &tokens->at[tokens->len - 1];
	CqCharClass after = reader_peek(reader);

	if (before->end != reader->now.start || before->shape >= CQ_SHAPE_SIGN)
		return false;
	return after == CQ_CHAR_LETTER || after == CQ_CHAR_DIGIT;
}

/* Eat whatever begins at the character under the eye. */
static void
read_token(Reader *reader, uint8_t marks)
{
	switch (reader_class(reader))
	{
		case CQ_CHAR_LETTER:
			read_word(reader, marks);
			break;
		case CQ_CHAR_DIGIT:
			read_number(reader, marks);
			break;
		default:
			read_sign(reader, marks);
			break;
	}
}

/* Read all tokens between the outer breaks. */
static void
read_all(Reader *reader)
{
	uint8_t		marks = 0;

	while (reader_class(reader) != CQ_CHAR_UNKNOWN)
	{
		CqCharClass class = reader_class(reader);

		if (class == CQ_CHAR_NEWLINE)
		{
			read_break(reader);
			marks = CQ_TOKEN_LINE | CQ_TOKEN_BLANK;
		}
		else if (class == CQ_CHAR_SPACE)
		{
			reader_next(reader);
			marks |= CQ_TOKEN_BLANK;
		}
		else if (class == CQ_CHAR_HYPHEN && marks == 0 && hyphen_glues(reader))
		{
			reader_next(reader);
			marks = CQ_TOKEN_HYPHEN;
		}
		else
		{
			read_token(reader, marks);
			marks = 0;
		}
	}
}

/* Mark words that a full stop follows at once. */
static void
mark_abbreviated(CqText *text)
{
	for (uint32_t i = 0; i + 1 < text->tokens.len; i++)
	{
		CqToken    *token = &text->tokens.at[i];
		const CqToken *after = token + 1;

		if (after->start == token->end && after->shape == CQ_SHAPE_SIGN &&
			text->folded[after->fold] == '.' && token->shape < CQ_SHAPE_SIGN)
			token->marks |= CQ_TOKEN_ABBREVIATED;
	}
}

void
cq_text_read(CqText *text, CqArena *arena, CqCharacters *characters, CqString body)
{
	Reader		reader = {.text = text};

	memset(text, 0, sizeof(*text));
	text->arena = arena;
	text->characters = characters;
	text->body = body;
	text->folded = cq_arena_alloc(arena, (size_t) body.len * FOLD_GROWTH + FOLD_OUTER);
	cq_list_reserve(arena, &text->tokens, body.len / 4 + 16);
	add_outer_break(&reader);
	do
		reader_next(&reader);
	while (reader_class(&reader) == CQ_CHAR_NEWLINE || reader_class(&reader) == CQ_CHAR_SPACE);
	read_all(&reader);
	add_outer_break(&reader);
	mark_abbreviated(text);
}
