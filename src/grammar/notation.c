/*
 * notation.c: reads files of rules line by line; pattern.c of a rule is read by patterns.c.
 */
#include <stdio.h>

#include "notation.h"

/* Files may use others, not in circles. */
#define USE_DEPTH_MAX 4

static bool read_lines(CqFamilyText *family, CqString text, uint32_t depth);

/* Note a fault at a place of the line being read; yields false. */
static bool
fault(CqFamilyText *family, uint32_t column, const char *what)
{
	if (family->fault == NULL)
	{
		family->fault = what;
		family->column = column + 1;
	}
	return false;
}

/* Cut the next word off a line. */
static CqString
next_word(CqString *rest)
{
	CqString	word;

	while (rest->len > 0 && (*rest->bytes == ' ' || *rest->bytes == '\t'))
		rest->bytes++, rest->len--;
	word = (CqString) {rest->bytes, 0};
	while (rest->len > 0 && *rest->bytes != ' ' && *rest->bytes != '\t')
		rest->bytes++, rest->len--, word.len++;
	return word;
}

/* The rest of a line without blanks around it. */
static CqString
trim(CqString rest)
{
	while (rest.len > 0 && (*rest.bytes == ' ' || *rest.bytes == '\t'))
		rest.bytes++, rest.len--;
	while (rest.len > 0 && strchr(" \t\r", rest.bytes[rest.len - 1]) != NULL)
		rest.len--;
	return rest;
}

/* Read "NAME = text" of `class` and `let`. */
static bool
read_definition(CqFamilyText *family, CqString rest, bool is_class)
{
	CqDefinition *definition;
	CqString	name = next_word(&rest);
	CqString	equals = next_word(&rest);

	if (name.len == 0 || !cq_string_is(equals, "="))
		return fault(family, 0, "expected NAME = definition");
	definition = cq_list_add(family->arena, &family->definitions);
	definition->name = name;
	definition->text = trim(rest);
	definition->is_class = is_class;
	return true;
}

/* Read "NAME YIELD PATTERN" of `rule` and `nested`. */
static bool
read_rule(CqFamilyText *family, CqString rest, bool nested, bool shared)
{
	CqRuleText *rule = cq_list_add(family->arena, &family->rules);

	rule->name = next_word(&rest);
	rule->yield = next_word(&rest);
	rule->pattern = trim(rest);
	rule->nested = nested;
	rule->line = family->line;
	rule->shared = shared;
	if (rule->pattern.len == 0)
		return fault(family, 0, "expected NAME YIELD PATTERN");
	return cq_notation_pattern(family, rule);
}

/* Keep an example until its rule is known. */
static void
keep_example(CqFamilyText *family, CqString line)
{
	char	   *text = cq_arena_alloc(family->arena, line.len + 16);
	uint32_t	len = 0;
	CqString	sentence = trim((CqString) {line.bytes + 2, line.len - 2});

	text[len++] = line.bytes[1];
	len += (uint32_t) sprintf(text + len, "%u\t", family->rules.len);
	memcpy(text + len, sentence.bytes, sentence.len);
	*cq_list_add(family->arena, &family->examples) = (CqString) {text, len + sentence.len};
}

/* Read another file's definitions. */
static bool
read_use(CqFamilyText *family, CqString name, uint32_t depth)
{
	uint32_t	line = family->line;
	bool		ok;

	if (family->open == NULL || depth == USE_DEPTH_MAX)
		return fault(family, 0, "cannot use another file here");
	ok = read_lines(family, family->open(family->self, name), depth + 1);
	if (ok)
		family->line = line;
	return ok;
}

/* Read one line. */
static bool
read_line(CqFamilyText *family, CqString line, uint32_t depth)
{
	CqString	rest = line;
	CqString	word;

	if (line.len >= 2 && line.bytes[0] == '#' && (line.bytes[1] == '+' || line.bytes[1] == '-'))
	{
		if (depth == 0)
			keep_example(family, line);
		return true;
	}
	if (line.len == 0 || line.bytes[0] == '#')
		return true;
	word = next_word(&rest);
	if (cq_string_is(word, "class"))
		return read_definition(family, rest, true);
	if (cq_string_is(word, "let"))
		return read_definition(family, rest, false);
	if (cq_string_is(word, "rule"))
		return read_rule(family, rest, false, depth > 0);
	if (cq_string_is(word, "nested"))
		return read_rule(family, rest, true, depth > 0);
	if (cq_string_is(word, "use"))
		return read_use(family, trim(rest), depth);
	if (cq_string_is(word, "round"))
	{
		family->round = trim(rest);
		return true;
	}
	return fault(family, 0, "expected class, let, rule, nested, use or round");
}

/* Read lines; one that begins with a tab goes on from the line before. */
static bool
read_lines(CqFamilyText *family, CqString text, uint32_t depth)
{
	const char *end = text.bytes + text.len;
	const char *at = text.bytes;

	family->line = 0;
	while (at < end)
	{
		const char *stop = memchr(at, '\n', (size_t) (end - at));
		char	   *line;
		uint32_t	lines = 1;

		if (stop == NULL)
			stop = end;
		while (stop + 1 < end && stop[1] == '\t')
		{
			const char *more = memchr(stop + 1, '\n', (size_t) (end - stop - 1));

			stop = more != NULL ? more : end;
			lines++;
		}
		line = cq_arena_copy(family->arena, at, (size_t) (stop - at));
		for (char *c = line; *c != '\0'; c++)
			*c = *c == '\n' ? ' ' : *c;
		family->line++;
		if (!read_line(family, cq_string(line), depth))
			return false;
		family->line += lines - 1;
		at = stop + 1;
	}
	return true;
}

bool
cq_notation_read(CqFamilyText *family, CqString text)
{
	family->round = cq_string("words");
	return read_lines(family, text, 0);
}
