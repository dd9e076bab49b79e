/* utf8.c: the one file that knows utf8proc. */
#include "utf8.h"

#include <string.h>
#include <utf8proc.h>

/* Most code points in the decomposition of one character (utf8proc's longest is 18). */
#define DECOMPOSITION_MAX 18

/* Letters that Unicode does not decompose but French readers do, and signs we make plain. */
static const struct
{
	int32_t		code;
	uint8_t		class;
	char		fold[4];
}			SPECIAL[] = {
	{0x00A0, CQ_CHAR_SPACE, " "},	/* no-break space */
	{0x00AD, CQ_CHAR_MARK, ""}, /* soft hyphen */
	{0x00B0, CQ_CHAR_LETTER, "o"},	/* degree, as in n° */
	{0x00B4, CQ_CHAR_APOSTROPHE, "'"},
	{0x00C6, CQ_CHAR_LETTER, "ae"},
	{0x00D0, CQ_CHAR_LETTER, "d"},
	{0x00D8, CQ_CHAR_LETTER, "o"},
	{0x00DE, CQ_CHAR_LETTER, "th"},
	{0x00DF, CQ_CHAR_LETTER, "ss"},
	{0x00E6, CQ_CHAR_LETTER, "ae"},
	{0x00F0, CQ_CHAR_LETTER, "d"},
	{0x00F8, CQ_CHAR_LETTER, "o"},
	{0x00FE, CQ_CHAR_LETTER, "th"},
	{0x0110, CQ_CHAR_LETTER, "d"},
	{0x0111, CQ_CHAR_LETTER, "d"},
	{0x0131, CQ_CHAR_LETTER, "i"},
	{0x0141, CQ_CHAR_LETTER, "l"},
	{0x0142, CQ_CHAR_LETTER, "l"},
	{0x0152, CQ_CHAR_LETTER, "oe"},
	{0x0153, CQ_CHAR_LETTER, "oe"},
	{0x02BC, CQ_CHAR_APOSTROPHE, "'"},
	{0x200B, CQ_CHAR_MARK, ""}, /* zero-width space */
	{0x2010, CQ_CHAR_HYPHEN, "-"},
	{0x2011, CQ_CHAR_HYPHEN, "-"},
	{0x2012, CQ_CHAR_SIGN, "\xE2\x80\x94"},
	{0x2013, CQ_CHAR_SIGN, "\xE2\x80\x94"},
	{0x2014, CQ_CHAR_SIGN, "\xE2\x80\x94"},
	{0x2015, CQ_CHAR_SIGN, "\xE2\x80\x94"},
	{0x2018, CQ_CHAR_APOSTROPHE, "'"},
	{0x2019, CQ_CHAR_APOSTROPHE, "'"},
	{0x201B, CQ_CHAR_APOSTROPHE, "'"},
	{0x201E, CQ_CHAR_SIGN, "\xE2\x80\x9C"}, /* low quotation mark opens, as U+201C */
	{0x2022, CQ_CHAR_SIGN, "\xE2\x80\xA2"},
	{0x2032, CQ_CHAR_APOSTROPHE, "'"},
	{0x2212, CQ_CHAR_SIGN, "\xE2\x80\x94"},
	{0x25AA, CQ_CHAR_SIGN, "\xE2\x80\xA2"}, /* bullets of all shapes */
	{0x25CF, CQ_CHAR_SIGN, "\xE2\x80\xA2"},
	{0xF0B7, CQ_CHAR_SIGN, "\xE2\x80\xA2"},
	{0xFEFF, CQ_CHAR_MARK, ""},
};

uint32_t
cq_utf8_decode(const char *at, const char *end, int32_t *code)
{
	utf8proc_int32_t value;
	utf8proc_ssize_t len;

	if ((unsigned char) *at < 0x80)
	{
		*code = (unsigned char) *at;
		return 1;
	}
	len = utf8proc_iterate((const utf8proc_uint8_t *) at, end - at, &value);
	*code = len > 0 ? value : 0xFFFD;
	return len > 0 ? (uint32_t) len : 1;
}

uint32_t
cq_utf8_encode(int32_t code, char *out)
{
	return (uint32_t) utf8proc_encode_char(code, (utf8proc_uint8_t *) out);
}

int32_t
cq_utf8_lower(int32_t code)
{
	return utf8proc_tolower(code);
}

int32_t
cq_utf8_upper(int32_t code)
{
	return utf8proc_toupper(code);
}

uint32_t
cq_utf8_count(const char *bytes, uint32_t len)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < len; i++)
		count += ((unsigned char) bytes[i] & 0xC0) != 0x80;
	return count;
}

/* The class of a character by its Unicode category. */
static CqCharClass
class_of_category(utf8proc_category_t category)
{
	switch (category)
	{
		case UTF8PROC_CATEGORY_LU:
		case UTF8PROC_CATEGORY_LL:
		case UTF8PROC_CATEGORY_LT:
		case UTF8PROC_CATEGORY_LM:
		case UTF8PROC_CATEGORY_LO:
			return CQ_CHAR_LETTER;
		case UTF8PROC_CATEGORY_ND:
			return CQ_CHAR_DIGIT;
		case UTF8PROC_CATEGORY_MN:
		case UTF8PROC_CATEGORY_MC:
		case UTF8PROC_CATEGORY_ME:
		case UTF8PROC_CATEGORY_CF:
			return CQ_CHAR_MARK;
		case UTF8PROC_CATEGORY_ZS:
			return CQ_CHAR_SPACE;
		case UTF8PROC_CATEGORY_ZL:
		case UTF8PROC_CATEGORY_ZP:
			return CQ_CHAR_NEWLINE;
		case UTF8PROC_CATEGORY_CC:
			return CQ_CHAR_SPACE;
		default:
			return CQ_CHAR_SIGN;
	}
}

/* Append to the folded form what still fits. */
static void
fold_append(CqCharacter *character, int32_t code)
{
	char		bytes[4];
	uint32_t	len = cq_utf8_encode(code, bytes);

	if (character->fold_len + len > CQ_FOLD_MAX)
		return;
	memcpy(character->fold + character->fold_len, bytes, len);
	character->fold_len += (uint8_t) len;
}

/* Fold through Unicode: compatibility decomposition, lower case, marks dropped. */
static void
fold_unicode(CqCharacter *character, int32_t code)
{
	utf8proc_int32_t parts[DECOMPOSITION_MAX];
	int			boundary = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, DECOMPOSITION_MAX,
													 UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
													 UTF8PROC_STRIPMARK, &boundary);

	for (utf8proc_ssize_t i = 0; i < count && i < DECOMPOSITION_MAX; i++)
		fold_append(character, parts[i]);
	if (character->fold_len == 0)
		fold_append(character, code);
}

/* Fill in a character's entry. */
static void
character_look_up(CqCharacter *character, int32_t code)
{
	utf8proc_category_t category = utf8proc_category(code);

	memset(character, 0, sizeof(*character));
	character->upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
	for (size_t i = 0; i < sizeof(SPECIAL) / sizeof(SPECIAL[0]); i++)
	{
		if (SPECIAL[i].code != code)
			continue;
		character->class = SPECIAL[i].class;
		character->fold_len = (uint8_t) strlen(SPECIAL[i].fold);
		memcpy(character->fold, SPECIAL[i].fold, character->fold_len);
		return;
	}
	character->class = class_of_category(category);
	if (code == '\n' || code == '\r' || code == '\f' || code == '\v' || code == 0x85)
		character->class = CQ_CHAR_NEWLINE;
	if (code == '\'')
		character->class = CQ_CHAR_APOSTROPHE;
	if (code == '-')
		character->class = CQ_CHAR_HYPHEN;
	if (character->class != CQ_CHAR_MARK)
		fold_unicode(character, code);
}

const CqCharacter *
cq_character(CqCharacters *characters, int32_t code)
{
	CqCharacter *character = &characters->other;

	if (code >= 0 && code < CQ_CHARACTERS_KEPT)
		character = &characters->kept[code];
	if (character->class == CQ_CHAR_UNKNOWN || character == &characters->other)
		character_look_up(character, code);
	return character;
}

/* Does the text hold a combining mark, so that composing could change it? */
static bool
has_marks(const char *bytes, uint32_t len)
{
	/* Combining diacritical marks U+0300..U+036F begin with CC or CD in UTF-8. */
	for (uint32_t i = 0; i < len; i++)
	{
		if ((unsigned char) bytes[i] == 0xCC || (unsigned char) bytes[i] == 0xCD)
			return true;
	}
	return false;
}

/* Most code points composed at a time; a longer run of marks is left as it is. */
#define COMPOSE_MAX 32

/* Compose a base and its marks; the code points are replaced in place. */
static int
compose_run(utf8proc_int32_t *run, int count)
{
	utf8proc_ssize_t left = utf8proc_normalize_utf32(run, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	return left > 0 ? (int) left : count;
}

uint32_t
cq_utf8_compose(const char *bytes, uint32_t len, char *out)
{
	const char *at = bytes;
	const char *end = bytes + len;
	utf8proc_int32_t run[COMPOSE_MAX];
	uint32_t	written = 0;
	int			count = 0;

	if (!has_marks(bytes, len))
	{
		memcpy(out, bytes, len);
		return len;
	}
	while (at < end || count > 0)
	{
		int32_t		code = 0;

		if (at < end)
			at += cq_utf8_decode(at, end, &code);
		if (count > 0 && (code == 0 || utf8proc_get_property(code)->combining_class == 0 ||
						  count == COMPOSE_MAX))
		{
			count = compose_run(run, count);
			for (int i = 0; i < count; i++)
				written += cq_utf8_encode(run[i], out + written);
			count = 0;
		}
		if (code != 0)
			run[count++] = code;
	}
	return written;
}
