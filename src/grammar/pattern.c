/*
 * patterns.c: reads one pattern.
 *
 *		(?<civ> <civilities> ) @names (?= , | <stop> )
 *
 * becomes a template, a regular expression in which each unit is a test:
 *
 *		(\1\0\0)...(?=\1\4\0|\1\5\0)
 *
 * Tests are numbered per family, equal ones once. A plain bracket becomes "(?:", so that groups
 * and slots count alike.
 */
#include "notation.h"

/* Deepest nesting of stretches (@name) and classes. */
#define PATTERN_DEPTH_MAX 12

/* Longest template. */
#define TEMPLATE_BYTES_MAX 65536

typedef struct Parser
{
	CqFamilyText *family;
	CqRuleText *rule;
	const char *at;
	const char *end;
	const char *start;
	char	   *out;			/* template */
	uint32_t	out_len;
	CqTestStep	steps[CQ_TEST_STEPS_MAX];
	uint32_t	step_count;
	uint32_t	depth;
} Parser;

static bool parse_pattern(Parser *parser, CqString text);
static bool parse_or(Parser *parser);

/* Note a fault at the place being read. */
static bool
fault(Parser *parser, const char *what)
{
	if (parser->family->fault == NULL)
	{
		bool		inside = parser->at >= parser->start && parser->depth <= 1;

		parser->family->fault = what;
		parser->family->column = inside ? (uint32_t) (parser->at - parser->start) + 1 : 1;
		parser->family->near = (CqString) {parser->at, (uint32_t) (parser->end - parser->at)};
	}
	return false;
}

/* Skip blanks. */
static void
skip_blanks(Parser *parser)
{
	while (parser->at < parser->end && (*parser->at == ' ' || *parser->at == '\t'))
		parser->at++;
}

/* Write to the template. */
static bool
put(Parser *parser, const char *bytes, uint32_t len)
{
	if (parser->out_len + len + 8 > TEMPLATE_BYTES_MAX)
		return fault(parser, "pattern too long");
	memcpy(parser->out + parser->out_len, bytes, len);
	parser->out_len += len;
	return true;
}

/* Add a step to the test being read. */
static bool
add_step(Parser *parser, CqTestOp op, uint32_t value)
{
	if (parser->step_count == CQ_TEST_STEPS_MAX)
		return fault(parser, "test too long");
	parser->steps[parser->step_count++] = (CqTestStep) {(uint16_t) op, (uint16_t) value};
	return true;
}

/* Remember a quoted word or lemma. */
static void
note_word(CqFamilyText *family, CqString word)
{
	for (uint32_t i = 0; i < family->words.len; i++)
	{
		if (cq_string_equal(family->words.at[i], word))
			return;
	}
	*cq_list_add(family->arena, &family->words) = word;
}

/* Add the test of a class by its full name. */
static bool
add_class(Parser *parser, CqString name)
{
	int32_t		number = 0;

	if (parser->family->class_number != NULL)
	{
		number = parser->family->class_number(parser->family->self, name);
		if (number < 0)
		{
			parser->at = name.bytes;
			parser->end = name.bytes + name.len;
			return fault(parser, "no such class or word");
		}
	}
	return add_step(parser, CQ_TEST_CLASS, (uint32_t) number);
}

/* Add the test of a word as it stands. */
static bool
add_word(Parser *parser, CqString word)
{
	char	   *name = cq_arena_alloc(parser->family->arena, word.len + 1);
	CqString	class = {name, word.len + 1};

	name[0] = '=';
	memcpy(name + 1, word.bytes, word.len);
	note_word(parser->family, class);
	return add_class(parser, class);
}

/* The definition of a name; NULL if there is none. */
static const CqDefinition *
find_definition(const CqFamilyText *family, CqString name, bool is_class)
{
	for (uint32_t i = family->definitions.len; i-- > 0;)
	{
		const CqDefinition *definition = &family->definitions.at[i];

		if (definition->is_class == is_class && cq_string_equal(definition->name, name))
			return definition;
	}
	return NULL;
}

/* The shape of a name; -1 if it is none. */
static int
find_shape(CqString name)
{
	static const char *const SHAPES[] = {
#define CQ_SHAPE(symbol, name) name,
#include "../text/shapes.def"
#undef CQ_SHAPE
	};

	for (int i = 0; i < CQ_SHAPE_COUNT; i++)
	{
		if (cq_string_is(name, SHAPES[i]))
			return i;
	}
	return -1;
}

/* Read the text of another definition in place of the parser's own. */
static bool
parse_elsewhere(Parser *parser, CqString text, bool (*parse) (Parser *))
{
	const char *at = parser->at;
	const char *end = parser->end;
	bool		ok;

	if (parser->depth++ == PATTERN_DEPTH_MAX)
		return fault(parser, "definitions too deep, or in a circle");
	parser->at = text.bytes;
	parser->end = text.bytes + text.len;
	ok = parse(parser);
	skip_blanks(parser);
	if (ok && parser->at != parser->end)
		ok = fault(parser, "definition does not end where it should");
	parser->at = at;
	parser->end = end;
	parser->depth--;
	return ok;
}

/* Does the byte belong to the name of a class? */
static bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		(unsigned char) c >= 0x80 || strchr("_.:-", c) != NULL;
}

/* Read the name of a class, a shape, or a class of the file. */
static bool
parse_name(Parser *parser)
{
	CqString	name = {parser->at, 0};
	const CqDefinition *definition;
	int			shape;

	while (parser->at < parser->end && *parser->at != '\0' && is_name_byte(*parser->at))
		parser->at++, name.len++;
	if (name.len == 0)
		return fault(parser, "expected the name of a class");
	definition = find_definition(parser->family, name, true);
	if (definition != NULL)
		return parse_elsewhere(parser, definition->text, parse_or);
	shape = find_shape(name);
	if (shape >= 0)
		return add_step(parser, CQ_TEST_SHAPE, (uint32_t) shape);
	return add_class(parser, name);
}

/* Read up to a closing character; the text between goes to `inside`. */
static bool
parse_until(Parser *parser, char close, CqString *inside)
{
	const char *stop = memchr(parser->at, close, (size_t) (parser->end - parser->at));

	if (stop == NULL || stop == parser->at)
		return fault(parser, "not closed, or empty");
	*inside = (CqString) {parser->at, (uint32_t) (stop - parser->at)};
	parser->at = stop + 1;
	return true;
}

/* Read a quoted word or a {lemma}; the opening sign is under the eye. */
static bool
parse_quoted(Parser *parser)
{
	char		open = *parser->at++;
	CqString	inside = {NULL, 0};
	CqString	lemma = {parser->at - 1, 0};

	if (!parse_until(parser, open == '{' ? '}' : open, &inside))
		return false;
	if (open != '{')
		return add_word(parser, inside);
	lemma.len = inside.len + 2;
	note_word(parser->family, lemma);
	return add_class(parser, lemma);
}

/* Read one term of a test. */
static bool
parse_term(Parser *parser)
{
	skip_blanks(parser);
	if (parser->at == parser->end)
		return fault(parser, "expected a class");
	if (*parser->at == '!')
	{
		parser->at++;
		return parse_term(parser) && add_step(parser, CQ_TEST_NOT, 0);
	}
	if (*parser->at == '(')
	{
		parser->at++;
		if (!parse_or(parser))
			return false;
		skip_blanks(parser);
		if (parser->at == parser->end || *parser->at++ != ')')
			return fault(parser, "expected )");
		return true;
	}
	if (*parser->at == '"' || *parser->at == '{')
		return parse_quoted(parser);
	return parse_name(parser);
}

/* Read terms joined by &. */
static bool
parse_and(Parser *parser)
{
	if (!parse_term(parser))
		return false;
	for (;;)
	{
		skip_blanks(parser);
		if (parser->at == parser->end || *parser->at != '&')
			return true;
		parser->at++;
		if (!parse_term(parser) || !add_step(parser, CQ_TEST_AND, 0))
			return false;
	}
}

/* Read terms joined by |. */
static bool
parse_or(Parser *parser)
{
	if (!parse_and(parser))
		return false;
	for (;;)
	{
		skip_blanks(parser);
		if (parser->at == parser->end || *parser->at != '|')
			return true;
		parser->at++;
		if (!parse_and(parser) || !add_step(parser, CQ_TEST_OR, 0))
			return false;
	}
}

/* Put the test just read into the template, numbered among the family's. */
static bool
put_test(Parser *parser)
{
	CqFamilyText *family = parser->family;
	uint32_t	size = parser->step_count * (uint32_t) sizeof(CqTestStep);
	uint32_t	number;
	char		bytes[3];

	for (number = 0; number < family->tests.len; number++)
	{
		const CqTest *test = &family->tests.at[number];

		if (test->count == parser->step_count && memcmp(test->steps, parser->steps, size) == 0)
			break;
	}
	if (number == family->tests.len)
	{
		CqTest	   *test = cq_list_add(family->arena, &family->tests);

		test->steps = cq_arena_alloc(family->arena, size);
		memcpy(test->steps, parser->steps, size);
		test->count = parser->step_count;
	}
	bytes[0] = CQ_TEMPLATE_TEST;
	bytes[1] = (char) (number & 0xFF);
	bytes[2] = (char) (number >> 8);
	parser->step_count = 0;
	return put(parser, bytes, 3);
}

/* Read a test between < and >; the sign is past. */
static bool
parse_test(Parser *parser)
{
	if (!parse_or(parser))
		return false;
	skip_blanks(parser);
	if (parser->at == parser->end || *parser->at++ != '>')
		return fault(parser, "expected >");
	return put_test(parser);
}

/* Read an opening bracket and what follows it. */
static bool
parse_bracket(Parser *parser)
{
	static const char *const KEPT[] = {"(?=", "(?!", "(?<=", "(?<!", "(?>", "(?:"};
	CqString	slot;

	for (size_t i = 0; i < sizeof(KEPT) / sizeof(KEPT[0]); i++)
	{
		size_t		len = strlen(KEPT[i]);

		if ((size_t) (parser->end - parser->at) >= len && memcmp(parser->at, KEPT[i], len) == 0)
		{
			parser->at += len;
			return put(parser, KEPT[i], (uint32_t) len);
		}
	}
	if (parser->end - parser->at < 3 || memcmp(parser->at, "(?<", 3) != 0)
	{
		parser->at++;
		return put(parser, "(?:", 3);
	}
	parser->at += 3;
	if (!parse_until(parser, '>', &slot))
		return false;
	if (parser->rule->slot_count == CQ_RULE_SLOTS_MAX)
		return fault(parser, "too many slots");
	parser->rule->slots[parser->rule->slot_count++] = slot;
	return put(parser, "(", 1);
}

/* Read a word that stands for itself. */
static bool
parse_literal(Parser *parser)
{
	CqString	word = {parser->at, 0};

	while (parser->at < parser->end && ((unsigned char) *parser->at >= 0x80 ||
										(*parser->at >= 'a' && *parser->at <= 'z') ||
										(*parser->at >= 'A' && *parser->at <= 'Z')))
		parser->at++, word.len++;
	if (parser->at < parser->end && *parser->at == '\'' && word.len > 0)
		parser->at++, word.len++;
	if (word.len == 0 && strchr(",;:-/%!", *parser->at) != NULL)
		parser->at++, word.len++;
	if (word.len == 0)
		return fault(parser, "unknown sign: quote it");
	return add_word(parser, word) && put_test(parser);
}

/* Read a stretch @name. */
static bool
parse_stretch(Parser *parser)
{
	CqString	name = {++parser->at, 0};
	const CqDefinition *definition;

	while (parser->at < parser->end && *parser->at != '\0' && is_name_byte(*parser->at))
		parser->at++, name.len++;
	definition = find_definition(parser->family, name, false);
	if (definition == NULL)
		return fault(parser, "no such stretch");
	return put(parser, "(?:", 3) && parse_pattern(parser, definition->text) && put(parser, ")", 1);
}

/* Read a quantifier in braces. */
static bool
parse_braces(Parser *parser)
{
	const char *from = parser->at;

	while (parser->at < parser->end && *parser->at != '}')
		parser->at++;
	if (parser->at == parser->end)
		return fault(parser, "not closed");
	parser->at++;
	return put(parser, from, (uint32_t) (parser->at - from));
}

/* Read one item of a pattern. */
static bool
parse_item(Parser *parser)
{
	char		c = *parser->at;

	if (c == '<')
	{
		parser->at++;
		return parse_test(parser);
	}
	if (c == '(')
		return parse_bracket(parser);
	if (c == '@')
		return parse_stretch(parser);
	if (c == '"')
		return parse_quoted(parser) && put_test(parser);
	if (c == '{' && parser->at + 1 < parser->end && (unsigned char) parser->at[1] > '9')
		return parse_quoted(parser) && put_test(parser);
	if (c == '{')
		return parse_braces(parser);
	if (strchr(")|*+?.^$", c) != NULL)
	{
		parser->at++;
		return put(parser, &c, 1);
	}
	return parse_literal(parser);
}

/* Read items to the end of the text. */
static bool
parse_items(Parser *parser)
{
	for (;;)
	{
		skip_blanks(parser);
		if (parser->at >= parser->end || *parser->at == '\0')
			return true;
		if (!parse_item(parser))
			return false;
	}
}

/* Read a whole pattern. */
static bool
parse_pattern(Parser *parser, CqString text)
{
	return parse_elsewhere(parser, text, parse_items);
}

bool
cq_notation_pattern(CqFamilyText *family, CqRuleText *rule)
{
	Parser	   *parser = cq_arena_zero(family->arena, sizeof(Parser));

	parser->family = family;
	parser->rule = rule;
	parser->at = parser->start = rule->pattern.bytes;
	parser->end = parser->at;
	parser->out = cq_arena_alloc(family->arena, TEMPLATE_BYTES_MAX);
	if (!parse_pattern(parser, rule->pattern))
		return false;
	rule->template = (CqString) {parser->out, parser->out_len};
	return true;
}

bool
cq_test_passes(const CqTest *test, const uint64_t *bundle, uint8_t shape)
{
	bool		stack[CQ_TEST_DEPTH_MAX];
	uint32_t	top = 0;

	for (uint32_t i = 0; i < test->count; i++)
	{
		const CqTestStep *step = &test->steps[i];

		if (step->op == CQ_TEST_CLASS)
			stack[top++] = (bundle[step->value >> 6] >> (step->value & 63)) & 1;
		else if (step->op == CQ_TEST_SHAPE)
			stack[top++] = step->value == shape;
		else if (step->op == CQ_TEST_NOT)
			stack[top - 1] = !stack[top - 1];
		else
		{
			top--;
			stack[top - 1] = step->op == CQ_TEST_AND ? stack[top - 1] && stack[top] :
				stack[top - 1] || stack[top];
		}
		if (top >= CQ_TEST_DEPTH_MAX)
			return false;
	}
	return top == 1 && stack[0];
}
