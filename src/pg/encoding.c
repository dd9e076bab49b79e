/*
 * encoding.c: bodies to UTF-8 on the way in, strings to the server's encoding on the way out.
 *
 * The core reads UTF-8. In a UTF8 database nothing is done. In any other the body is converted,
 * and every answer must speak of the original again: offsets count its characters, surfaces are
 * its bytes.
 *
 *		one byte a character	(LATIN1, LATIN9, WIN1252 ...) each becomes one character, so
 *								offsets stay as they are and bytes are found by counting
 *		several bytes			(EUC_JP ...) a character may become two; origins[] says, for each
 *								character of the UTF-8 text, which one it comes from
 *
 * A server stores bytes that its encoding does not define (0x81 in WIN1252): they become U+FFFD,
 * for no text may fail. Strings of the core hold characters that the server's encoding may lack,
 * such as the "œ" of a canonical name in LATIN1: they are written plainly, by SPELLINGS, else by
 * their compatibility decomposition (Unicode's NFKD, "ş" as "s"), else as "?".
 */
#include "glue.h"

#include "catalog/namespace.h"
#include "common/unicode_norm.h"
#include "mb/pg_wchar.h"
#include "utils/memutils.h"

/* What stands for bytes that mean nothing. */
#define REPLACEMENT "\xEF\xBF\xBD"

/* Characters that French typography uses and NFKD does not take apart. */
static const struct
{
	pg_wchar	code;
	const char *plain;
}			SPELLINGS[] = {
	{0x00AB, "\""}, {0x00BB, "\""}, {0x00C6, "AE"}, {0x00E6, "ae"}, {0x0131, "i"},
	{0x0141, "L"}, {0x0142, "l"}, {0x0110, "D"}, {0x0111, "d"}, {0x0126, "H"}, {0x0127, "h"},
	{0x0152, "OE"}, {0x0153, "oe"}, {0x02BC, "'"}, {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"},
	{0x2013, "-"}, {0x2014, "-"}, {0x2015, "-"}, {0x2018, "'"}, {0x2019, "'"}, {0x201A, ","},
	{0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2020, "+"}, {0x2022, "*"}, {0x2032, "'"},
	{0x2039, "<"}, {0x203A, ">"}, {0x20AC, "EUR"}, {0x2212, "-"},
};

/* Is it ASCII, and so the same in every server encoding? */
static bool
is_ascii(CqString string)
{
	for (uint32 i = 0; i < string.len; i++)
	{
		if (IS_HIGHBIT_SET(string.bytes[i]))
			return false;
	}
	return true;
}

/* A conversion under way. */
typedef struct Conversion
{
	Oid			procedure;
	int			from;
	int			to;
	char	   *out;			/* room for all */
	Size		len;			/* written so far */
} Conversion;

/* Begin to convert at most `len` bytes. */
static void
conversion_begin(Conversion *conversion, int from, int to, uint32 len)
{
	conversion->procedure = FindDefaultConversionProc(from, to);
	if (!OidIsValid(conversion->procedure))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("no conversion from encoding \"%s\" to \"%s\"",
						pg_encoding_to_char(from), pg_encoding_to_char(to)),
				 errhint("Use a database with the encoding UTF8.")));
	conversion->from = from;
	conversion->to = to;
	conversion->len = 0;
	conversion->out = palloc_extended((Size) len * MAX_CONVERSION_GROWTH + 1, MCXT_ALLOC_HUGE);
}

/* Append bytes that are written in the target's encoding already. */
static void
conversion_append(Conversion *conversion, const char *bytes)
{
	Size		len = strlen(bytes);

	memcpy(conversion->out + conversion->len, bytes, len);
	conversion->len += len;
}

/* Convert what can be of `len` bytes; yields how many could, 0 if the first character cannot. */
static uint32
conversion_run(Conversion *conversion, const char *bytes, uint32 len)
{
	char	   *end = conversion->out + conversion->len;
	Size		room = (Size) len * MAX_CONVERSION_GROWTH + 1;
	int			taken;

	taken = pg_do_encoding_conversion_buf(conversion->procedure, conversion->from, conversion->to,
										  (unsigned char *) bytes, (int) Min(len, INT_MAX),
										  (unsigned char *) end, (int) Min(room, INT_MAX), true);
	conversion->len += strlen(end);
	return taken;
}

/* What a finished conversion wrote. */
static CqString
conversion_end(const Conversion *conversion)
{
	return (CqString) {conversion->out, (uint32) conversion->len};
}

/* Convert a body of one byte a character. */
static void
decode_bytes(Conversion *conversion, CqString original)
{
	uint32		at = 0;

	while (at < original.len)
	{
		uint32		taken = conversion_run(conversion, original.bytes + at, original.len - at);

		if (taken == 0)
			conversion_append(conversion, REPLACEMENT);
		at += Max(taken, 1);
	}
}

/* Note that the characters written from `from` on come from `origin`. */
static void
add_origins(CommuniqueBody *body, const Conversion *conversion, Size from, CommuniqueOrigin origin)
{
	for (Size at = from; at < conversion->len; at += pg_utf_mblen((unsigned char *) conversion->out + at))
		body->origins[body->character_count++] = origin;
}

/* Convert a body of several bytes a character, one at a time. */
static void
decode_characters(Conversion *conversion, CommuniqueBody *body)
{
	CqString	original = body->original;
	CommuniqueOrigin origin = {0, 0};

	/* No character becomes more than two, and one of two makes two bytes at least. */
	body->origins = palloc_extended(sizeof(CommuniqueOrigin) * ((Size) original.len + 1),
									MCXT_ALLOC_HUGE);
	while (origin.byte < original.len)
	{
		const char *at = original.bytes + origin.byte;
		uint32		len = Min(pg_encoding_mblen(conversion->from, at), original.len - origin.byte);
		Size		from = conversion->len;

		if (conversion_run(conversion, at, len) < len)
			conversion_append(conversion, REPLACEMENT);
		add_origins(body, conversion, from, origin);
		origin.byte += len;
		origin.character++;
	}
	body->origins[body->character_count] = origin;
}

CommuniqueBody
communique_decode(CqString original)
{
	CommuniqueBody body = {.original = original,.utf8 = original};
	int			encoding = GetDatabaseEncoding();
	Conversion	conversion;

	if (encoding == PG_UTF8)
		return body;
	if (encoding == PG_SQL_ASCII)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("communique cannot read texts in a database with the encoding SQL_ASCII"),
				 errdetail("SQL_ASCII does not tell which characters the bytes stand for."),
				 errhint("Use a database with the encoding UTF8: "
						 "CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.")));
	if (is_ascii(original))
		return body;
	conversion_begin(&conversion, encoding, PG_UTF8, original.len);
	if (pg_encoding_max_length(encoding) == 1)
		decode_bytes(&conversion, original);
	else
		decode_characters(&conversion, &body);
	body.utf8 = conversion_end(&conversion);
	return body;
}

/* Write what an unknown character decomposes to, as far as the target has it. */
static void
append_decomposed(Conversion *conversion, pg_wchar code, Size room)
{
	pg_wchar	one[2] = {code, 0};
	pg_wchar   *parts = unicode_normalize(UNICODE_NFKD, one);
	Size		from = conversion->len;

	for (; *parts != 0 && *parts != code && conversion->len - from < room; parts++)
	{
		char		bytes[MAX_UNICODE_EQUIVALENT_STRING] = {0};

		unicode_to_utf8(*parts, (unsigned char *) bytes);
		conversion_run(conversion, bytes, strlen(bytes));
	}
	if (conversion->len == from)
		conversion_append(conversion, "?");
}

/* Write plainly a character that the target lacks, in no more bytes than it may grow to. */
static void
append_plain(Conversion *conversion, const char *bytes, uint32 len)
{
	pg_wchar	code = utf8_to_unicode((const unsigned char *) bytes);

	for (int i = 0; i < lengthof(SPELLINGS); i++)
	{
		if (SPELLINGS[i].code == code)
		{
			conversion_append(conversion, SPELLINGS[i].plain);
			return;
		}
	}
	append_decomposed(conversion, code, (Size) (len - 1) * MAX_CONVERSION_GROWTH);
}

CqString
communique_encode(CqString utf8)
{
	Conversion	conversion;
	uint32		at = 0;

	if (GetDatabaseEncoding() == PG_UTF8 || is_ascii(utf8))
		return utf8;
	conversion_begin(&conversion, PG_UTF8, GetDatabaseEncoding(), utf8.len);
	while (at < utf8.len)
	{
		const char *next = utf8.bytes + at;
		uint32		taken = conversion_run(&conversion, next, utf8.len - at);

		if (taken == 0)
		{
			taken = Min(pg_utf_mblen((const unsigned char *) next), utf8.len - at);
			append_plain(&conversion, next, taken);
		}
		at += taken;
	}
	return conversion_end(&conversion);
}

/* The slice between two characters of a text with origins. */
static CommuniqueSlice
slice_by_origins(const CommuniqueBody *body, uint32 first, uint32 past)
{
	CommuniqueOrigin start = body->origins[first];
	CommuniqueOrigin end;

	/* A character that became two belongs to the slice even if only its first half does. */
	while (past < body->character_count && body->origins[past].byte == body->origins[past - 1].byte)
		past++;
	end = body->origins[past];
	return (CommuniqueSlice) {start.character + 1, end.character - start.character,
		{body->original.bytes + start.byte, end.byte - start.byte}};
}

CommuniqueSlice
communique_slice(const CommuniqueBody *body, uint32 start, uint32 length, CqString surface)
{
	CommuniqueSlice slice = {start, length, surface};

	if (start == 0 || length == 0 || body->utf8.bytes == body->original.bytes)
		return slice;
	if (body->origins != NULL)
		return slice_by_origins(body, start - 1, start - 1 + length);
	slice.bytes = (CqString) {body->original.bytes + start - 1, length};
	return slice;
}
