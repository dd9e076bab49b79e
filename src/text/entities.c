/*
 * entities.c: characters that a web page left written as "&eacute;" or "&#233;".
 *
 * Only references that end with a semicolon are read: "R&D" and "AT&T" stay what they are.
 * Names: ISO 8859-1 set and the punctuation of HTML 4 (W3C recommendation, section 24).
 */
#include "text.h"

#include <stdlib.h>

/* The longest reference read, "&" and ";" included. */
#define ENTITY_BYTES_MAX 12

static const struct
{
	char		name[8];
	int32_t		code;
}			ENTITIES[] = {
	{"AElig", 0x00C6},
	{"Aacute", 0x00C1},
	{"Acirc", 0x00C2},
	{"Agrave", 0x00C0},
	{"Aring", 0x00C5},
	{"Atilde", 0x00C3},
	{"Auml", 0x00C4},
	{"Ccedil", 0x00C7},
	{"ETH", 0x00D0},
	{"Eacute", 0x00C9},
	{"Ecirc", 0x00CA},
	{"Egrave", 0x00C8},
	{"Euml", 0x00CB},
	{"Iacute", 0x00CD},
	{"Icirc", 0x00CE},
	{"Igrave", 0x00CC},
	{"Iuml", 0x00CF},
	{"Ntilde", 0x00D1},
	{"OElig", 0x0152},
	{"Oacute", 0x00D3},
	{"Ocirc", 0x00D4},
	{"Ograve", 0x00D2},
	{"Oslash", 0x00D8},
	{"Otilde", 0x00D5},
	{"Ouml", 0x00D6},
	{"THORN", 0x00DE},
	{"Uacute", 0x00DA},
	{"Ucirc", 0x00DB},
	{"Ugrave", 0x00D9},
	{"Uuml", 0x00DC},
	{"Yacute", 0x00DD},
	{"aacute", 0x00E1},
	{"acirc", 0x00E2},
	{"aelig", 0x00E6},
	{"agrave", 0x00E0},
	{"amp", 0x0026},
	{"apos", 0x0027},
	{"aring", 0x00E5},
	{"atilde", 0x00E3},
	{"auml", 0x00E4},
	{"bull", 0x2022},
	{"ccedil", 0x00E7},
	{"copy", 0x00A9},
	{"deg", 0x00B0},
	{"divide", 0x00F7},
	{"eacute", 0x00E9},
	{"ecirc", 0x00EA},
	{"egrave", 0x00E8},
	{"emsp", 0x2003},
	{"ensp", 0x2002},
	{"eth", 0x00F0},
	{"euml", 0x00EB},
	{"euro", 0x20AC},
	{"frac12", 0x00BD},
	{"gt", 0x003E},
	{"hellip", 0x2026},
	{"iacute", 0x00ED},
	{"icirc", 0x00EE},
	{"igrave", 0x00EC},
	{"iuml", 0x00EF},
	{"laquo", 0x00AB},
	{"ldquo", 0x201C},
	{"lsquo", 0x2018},
	{"lt", 0x003C},
	{"mdash", 0x2014},
	{"middot", 0x00B7},
	{"nbsp", 0x00A0},
	{"ndash", 0x2013},
	{"ntilde", 0x00F1},
	{"oacute", 0x00F3},
	{"ocirc", 0x00F4},
	{"oelig", 0x0153},
	{"ograve", 0x00F2},
	{"ordm", 0x00BA},
	{"oslash", 0x00F8},
	{"otilde", 0x00F5},
	{"ouml", 0x00F6},
	{"pound", 0x00A3},
	{"quot", 0x0022},
	{"raquo", 0x00BB},
	{"rdquo", 0x201D},
	{"reg", 0x00AE},
	{"rsquo", 0x2019},
	{"shy", 0x00AD},
	{"sup2", 0x00B2},
	{"sup3", 0x00B3},
	{"szlig", 0x00DF},
	{"thinsp", 0x2009},
	{"thorn", 0x00FE},
	{"times", 0x00D7},
	{"trade", 0x2122},
	{"uacute", 0x00FA},
	{"ucirc", 0x00FB},
	{"ugrave", 0x00F9},
	{"uuml", 0x00FC},
	{"yacute", 0x00FD},
	{"yuml", 0x00FF},
	{"zwj", 0x200D},
	{"zwnj", 0x200C},
};

/* The code point of a numeric reference such as "#233" or "#xE9"; 0 if it is none. */
static int32_t
entity_number(const char *name, uint32_t len)
{
	char		digits[ENTITY_BYTES_MAX + 1] = {0};
	char	   *rest;
	int			base = 10;
	long		code;

	if (len < 2 || name[0] != '#')
		return 0;
	memcpy(digits, name + 1, len - 1);
	if (digits[0] == 'x' || digits[0] == 'X')
		base = 16;
	code = strtol(digits + (base == 16), &rest, base);
	if (*rest != '\0' || code <= 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		return 0;
	return (int32_t) code;
}

uint32_t
cq_entity_decode(const char *at, const char *end, int32_t *code)
{
	uint32_t	len = 1;
	CqString	name;

	while (at + len < end && len < ENTITY_BYTES_MAX && at[len] != ';' && at[len] > ' ')
		len++;
	if (len < 3 || at + len >= end || at[len] != ';')
		return 0;
	name = (CqString) {at + 1, len - 1};
	*code = entity_number(name.bytes, name.len);
	for (size_t i = 0; *code == 0 && i < sizeof(ENTITIES) / sizeof(ENTITIES[0]); i++)
	{
		if (cq_string_is(name, ENTITIES[i].name))
			*code = ENTITIES[i].code;
	}
	return *code != 0 ? len + 1 : 0;
}
