/*
 * mkgrammar.c: compiles the grammar.
 *
 * usage: mkgrammar OUT.c OUT.h FILE.rules ...
 *
 * Each test of a family is tried on every bundle of the lexicon in every shape. Those that pass the
 * same tests become one symbol; then each test is a set of symbols, and each rule is compiled once
 * by PCRE2 to see that it can be. A rule that cannot ends the build with its file and line.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "../expression.h"
#include "../regex.h"
#include "files.h"

#include "../../lexicon/tables.h"

#define TESTS_MAX 1024
#define SYMBOLS_MAX 60000

typedef CQ_LIST(uint16_t) Shorts;
typedef CQ_LIST(CqString) Names;

/* What units of one symbol pass. */
typedef struct Symbol
{
	uint64_t	passes[TESTS_MAX / 64];
} Symbol;

typedef struct Family
{
	CqFamilyText text;
	const char *path;
	CQ_LIST(Symbol) symbols;
	Shorts		bundle_row;
	Shorts		rows;
	CQ_LIST(uint32_t) tests;
	Shorts		ranges;
} Family;

typedef struct Maker
{
	CqArena		arena;
	CqHost		host;
	CQ_LIST(Family) families;
	Names		yields;
	Names		slots;
	FILE	   *out;
	uint32_t	rules;
} Maker;

/* The number of a class of the lexicon by name. */
static int32_t
class_number(void *self, CqString name)
{
	const CqTables *tables = &cq_tables_shipped;

	(void) self;
	for (uint32_t i = 0; i < tables->class_count; i++)
	{
		if (cq_string_is(name, tables->strings + tables->class_names[i]))
			return (int32_t) i;
	}
	return -1;
}

/* The number of a name in a list, added if new. */
static uint16_t
name_number(Maker *maker, Names *names, CqString name)
{
	for (uint32_t i = 0; i < names->len; i++)
	{
		if (cq_string_equal(names->at[i], name))
			return (uint16_t) i;
	}
	*cq_list_add(&maker->arena, names) = name;
	return (uint16_t) (names->len - 1);
}

/* Say what is wrong with a rule, and end. */
static void
rule_fail(const Family *family, const CqRuleText *rule, const char *what)
{
	fprintf(stderr, "%s:%u: rule %.*s: %s\n", family->path, rule->line, (int) rule->name.len,
			rule->name.bytes, what);
	exit(1);
}

/* Which tests a unit of this bundle and shape passes. */
static Symbol
try_tests(const Family *family, uint32_t bundle, uint8_t shape)
{
	const CqTables *tables = &cq_tables_shipped;
	const uint64_t *bits = tables->bundles + (size_t) bundle * tables->bundle_width;
	Symbol		symbol = {0};

	for (uint32_t i = 0; i < family->text.tests.len; i++)
	{
		if (cq_test_passes(&family->text.tests.at[i], bits, shape))
			symbol.passes[i >> 6] |= UINT64_C(1) << (i & 63);
	}
	return symbol;
}

/* The number of a symbol, from 1, added if new. */
static uint16_t
symbol_number(Maker *maker, Family *family, const Symbol *symbol)
{
	size_t		size = (family->text.tests.len + 63) / 64 * 8;

	for (uint32_t i = 0; i < family->symbols.len; i++)
	{
		if (memcmp(&family->symbols.at[i], symbol, size) == 0)
			return (uint16_t) (i + 1);
	}
	if (family->symbols.len == SYMBOLS_MAX)
	{
		fprintf(stderr, "%s: too many symbols\n", family->path);
		exit(1);
	}
	*cq_list_add(&maker->arena, &family->symbols) = *symbol;
	return (uint16_t) family->symbols.len;
}

/* Write the symbols of a bundle, one for each shape, as a row; equal rows stand once. */
static void
add_row(Maker *maker, Family *family, uint32_t bundle)
{
	uint16_t	row[CQ_SHAPE_COUNT];
	uint32_t	count = family->rows.len / CQ_SHAPE_COUNT;
	uint32_t	found;

	for (uint8_t shape = 0; shape < CQ_SHAPE_COUNT; shape++)
	{
		Symbol		symbol = try_tests(family, bundle, shape);

		row[shape] = symbol_number(maker, family, &symbol);
	}
	for (found = 0; found < count; found++)
	{
		if (memcmp(family->rows.at + found * CQ_SHAPE_COUNT, row, sizeof(row)) == 0)
			break;
	}
	for (uint32_t i = 0; found == count && i < CQ_SHAPE_COUNT; i++)
		*cq_list_add(&maker->arena, &family->rows) = row[i];
	*cq_list_add(&maker->arena, &family->bundle_row) = (uint16_t) found;
}

/* Write each test as ranges of the symbols that pass it. */
static void
add_ranges(Maker *maker, Family *family)
{
	for (uint32_t test = 0; test < family->text.tests.len; test++)
	{
		bool		open = false;

		*cq_list_add(&maker->arena, &family->tests) = family->ranges.len / 2;
		for (uint32_t i = 0; i < family->symbols.len; i++)
		{
			bool		passes = family->symbols.at[i].passes[test >> 6] >> (test & 63) & 1;

			if (passes && open)
				family->ranges.at[family->ranges.len - 1]++;
			else if (passes)
			{
				*cq_list_add(&maker->arena, &family->ranges) = (uint16_t) (i + 1);
				*cq_list_add(&maker->arena, &family->ranges) = (uint16_t) (i + 1);
			}
			open = passes;
		}
	}
	*cq_list_add(&maker->arena, &family->tests) = family->ranges.len / 2;
}

/* One past the bracket that closes the one before `at`. */
static uint32_t
group_end(CqString template, uint32_t at)
{
	uint32_t	depth = 1;

	for (; at < template.len && depth > 0; at++)
	{
		if (template.bytes[at] == CQ_TEMPLATE_TEST)
			at += 2;
		else if (template.bytes[at] == '(')
			depth++;
		else if (template.bytes[at] == ')')
			depth--;
	}
	return at;
}

/* Can what ends before `at` be absent, by the quantifier there? */
static bool
is_optional(CqString template, uint32_t at)
{
	if (at >= template.len)
		return false;
	if (template.bytes[at] == '{')
		return template.bytes[at + 1] == '0' || template.bytes[at + 1] == ',';
	return template.bytes[at] == '?' || template.bytes[at] == '*';
}

/* Where the contents of a bracket begin, its "(" being at `at`. */
static uint32_t
group_start(CqString template, uint32_t at)
{
	if (template.bytes[at + 1] != '?')
		return at + 1;
	return template.bytes[at + 2] == '<' ? at + 4 : at + 3;
}

/* Does the bracket at `at` only look, without taking units? */
static bool
group_looks(CqString template, uint32_t at)
{
	return template.bytes[at + 1] == '?' && template.bytes[at + 2] != ':' && template.bytes[at + 2] != '>';
}

/* The end of the alternative that begins at `from`: a bar, or `end`. */
static uint32_t
alternative_end(CqString template, uint32_t from, uint32_t end)
{
	uint32_t	at = from;

	while (at < end && template.bytes[at] != '|')
	{
		if (template.bytes[at] == CQ_TEMPLATE_TEST)
			at += 3;
		else if (template.bytes[at] == '(')
			at = group_end(template, at + 1);
		else
			at++;
	}
	return at;
}

/* How many symbols pass a test: the fewer, the better it tells whether a rule can match. */
static uint32_t
test_weight(const Family *family, uint16_t test)
{
	uint32_t	weight = 0;

	for (uint32_t i = family->tests.at[test]; i < family->tests.at[test + 1]; i++)
		weight += (uint32_t) (family->ranges.at[2 * i + 1] - family->ranges.at[2 * i] + 1);
	return weight;
}

/* The weight of a clause: that of all its tests. */
static uint32_t
clause_weight(const Family *family, const Shorts *clause)
{
	uint32_t	weight = 0;

	for (uint32_t i = 0; i < clause->len; i++)
		weight += test_weight(family, clause->at[i]);
	return clause->len > 0 ? weight : UINT32_MAX;
}

static Shorts best_clause(Maker *maker, const Family *family, CqString template, uint32_t from, uint32_t end);

/* The best clause of one alternative: of its items that cannot be absent, the rarest. */
static Shorts
clause_of_alternative(Maker *maker, const Family *family, CqString template, uint32_t from, uint32_t end)
{
	Shorts		best = {0};

	for (uint32_t at = from; at < end;)
	{
		const unsigned char *byte = (const unsigned char *) template.bytes + at;
		Shorts		clause = {0};
		uint32_t	next = at + 1;

		if (*byte == CQ_TEMPLATE_TEST)
		{
			next = at + 3;
			if (!is_optional(template, next))
				*cq_list_add(&maker->arena, &clause) = (uint16_t) (byte[1] | byte[2] << 8);
		}
		else if (*byte == '(')
		{
			next = group_end(template, at + 1);
			if (!group_looks(template, at) && !is_optional(template, next))
				clause = best_clause(maker, family, template, group_start(template, at), next - 1);
		}
		if (clause_weight(family, &clause) < clause_weight(family, &best))
			best = clause;
		at = next;
	}
	return best;
}

/*
 * A clause of [from, end): tests of which every match passes at least one. Alternatives give one
 * test each, or more; if one of them gives none, neither does the whole.
 */
static Shorts
best_clause(Maker *maker, const Family *family, CqString template, uint32_t from, uint32_t end)
{
	Shorts		all = {0};

	for (uint32_t at = from; at <= end;)
	{
		uint32_t	stop = alternative_end(template, at, end);
		Shorts		clause = clause_of_alternative(maker, family, template, at, stop);

		if (clause.len == 0)
			return (Shorts) {0};
		for (uint32_t i = 0; i < clause.len; i++)
			*cq_list_add(&maker->arena, &all) = clause.at[i];
		at = stop + 1;
	}
	return all;
}

/* Can some test of the rule be passed by the end of a sentence or line, so that matches cross it? */
static bool
rule_crosses(const Family *family, CqString template)
{
	const uint16_t *row = family->rows.at;
	uint32_t	rows = family->rows.len / CQ_SHAPE_COUNT;

	for (uint32_t at = 0; at < template.len; at++)
	{
		const unsigned char *byte = (const unsigned char *) template.bytes + at;
		uint32_t	test;

		if (*byte == '.')
			return true;
		if (*byte == '(' && group_looks(template, at))
		{
			at = group_end(template, at + 1) - 1;
			continue;
		}
		if (*byte != CQ_TEMPLATE_TEST)
			continue;
		test = byte[1] | (uint32_t) byte[2] << 8;
		at += 2;
		for (uint32_t i = 0; i < rows; i++)
		{
			uint16_t	stop = row[i * CQ_SHAPE_COUNT + CQ_SHAPE_STOP];
			uint16_t	line = row[i * CQ_SHAPE_COUNT + CQ_SHAPE_BREAK];

			for (uint32_t j = family->tests.at[test]; j < family->tests.at[test + 1]; j++)
			{
				uint16_t	low = family->ranges.at[2 * j];
				uint16_t	high = family->ranges.at[2 * j + 1];

				if ((low <= stop && stop <= high) || (low <= line && line <= high))
					return true;
			}
		}
	}
	return false;
}

/* Write an array of numbers. */
static void
emit_shorts(FILE *out, const char *what, uint32_t number, const uint16_t *at, uint32_t len)
{
	fprintf(out, "static const uint16_t %s_%u[] = {", what, number);
	for (uint32_t i = 0; i < len; i++)
		fprintf(out, "%s%u", i == 0 ? "" : i % 24 == 0 ? ",\n" : ",", at[i]);
	fputs(len == 0 ? "0};\n" : "};\n", out);
}

/* See that PCRE2 takes the rule. */
static void
check_rule(Maker *maker, const Family *family, const CqRuleText *rule)
{
	CqFamilyTables tables = {.tests = family->tests.at, .ranges = family->ranges.at};
	CqRuleTables compiled = {.template = rule->template.bytes, .template_len = rule->template.len};
	uint16_t   *pattern = cq_arena_alloc(&maker->arena,
										 cq_expression_room(&tables, &compiled) * sizeof(uint16_t));
	uint32_t	len = cq_expression_write(&tables, &compiled, pattern);
	CqRegexes  *regexes = cq_regexes_create(&maker->host);
	char		message[128];
	uint32_t	offset;
	CqRegex    *regex = cq_regex_compile(regexes, pattern, len, message, sizeof(message), &offset);

	if (regex == NULL)
		rule_fail(family, rule, message);
	cq_regex_destroy(regex);
	cq_regexes_destroy(regexes);
}

/* Write one rule's arrays. */
static void
emit_rule(Maker *maker, const Family *family, const CqRuleText *rule)
{
	Shorts		required;
	Shorts		slots = {0};
	const unsigned char *template = (const unsigned char *) rule->template.bytes;

	check_rule(maker, family, rule);
	required = best_clause(maker, family, rule->template, 0, rule->template.len);
	for (uint32_t i = 0; i < rule->slot_count; i++)
		*cq_list_add(&maker->arena, &slots) = name_number(maker, &maker->slots, rule->slots[i]);
	emit_shorts(maker->out, "required", maker->rules, required.at, required.len);
	emit_shorts(maker->out, "slots", maker->rules, slots.at, slots.len);
	fprintf(maker->out, "#define REQUIRED_%u %u\n#define CROSSES_%u %d\n", maker->rules, required.len,
			maker->rules, rule_crosses(family, rule->template));
	fprintf(maker->out, "static const char template_%u[] = \"", maker->rules);
	for (uint32_t i = 0; i < rule->template.len; i++)
		fprintf(maker->out, "\\%03o", template[i]);
	fputs("\";\n", maker->out);
	maker->rules++;
}

/* Write one family's arrays and those of its rules. */
static void
emit_family(Maker *maker, Family *family, uint32_t number)
{
	emit_shorts(maker->out, "bundle_row", number, family->bundle_row.at, family->bundle_row.len);
	emit_shorts(maker->out, "rows", number, family->rows.at, family->rows.len);
	emit_shorts(maker->out, "ranges", number, family->ranges.at, family->ranges.len);
	fprintf(maker->out, "static const uint32_t tests_%u[] = {", number);
	for (uint32_t i = 0; i < family->tests.len; i++)
		fprintf(maker->out, "%u,", family->tests.at[i]);
	fputs("};\n", maker->out);
	for (uint32_t i = 0; i < family->text.rules.len; i++)
		emit_rule(maker, family, &family->text.rules.at[i]);
	fprintf(stderr, "mkgrammar: %-14.*s %3u rules, %3u tests, %4u symbols\n",
			(int) family->text.name.len, family->text.name.bytes, family->text.rules.len,
			family->text.tests.len, family->symbols.len);
}

/* Write the table of families. */
static void
emit_families(Maker *maker)
{
	static const char *const ROUNDS[] = {"words", "phrases", "mentions", "clauses"};
	uint32_t	rules = 0;

	fputs("static const CqFamilyTables families[] = {\n", maker->out);
	for (uint32_t i = 0; i < maker->families.len; i++)
	{
		const Family *family = &maker->families.at[i];
		int			round = -1;

		for (int j = 0; j < CQ_ROUND_COUNT; j++)
			round = cq_string_is(family->text.round, ROUNDS[j]) ? j : round;
		if (round < 0)
		{
			fprintf(stderr, "%s: unknown round\n", family->path);
			exit(1);
		}
		fprintf(maker->out, "	{\"%.*s\", %d, %u, %u, bundle_row_%u, rows_%u, %u, tests_%u, ranges_%u, %u},\n",
				(int) family->text.name.len, family->text.name.bytes, round, family->text.rules.len,
				rules, i, i, family->symbols.len, i, i, family->text.tests.len);
		rules += family->text.rules.len;
	}
	fputs("};\n", maker->out);
}

/* Write the table of rules. */
static void
emit_rules(Maker *maker)
{
	uint32_t	number = 0;

	fputs("static const CqRuleTables rules[] = {\n", maker->out);
	for (uint32_t i = 0; i < maker->families.len; i++)
	{
		const Family *family = &maker->families.at[i];

		for (uint32_t j = 0; j < family->text.rules.len; j++, number++)
		{
			const CqRuleText *rule = &family->text.rules.at[j];

			fprintf(maker->out, "	{\"%.*s\", %u, %d, CROSSES_%u, template_%u, %u, slots_%u, %u, "
					"required_%u, REQUIRED_%u},\n", (int) rule->name.len, rule->name.bytes,
					name_number(maker, &maker->yields, rule->yield), rule->nested, number, number,
					rule->template.len, number, rule->slot_count, number, number);
		}
	}
	fputs("};\n", maker->out);
}

/* Write names as strings, and as numbers for the header. */
static void
emit_names(Maker *maker, FILE *header, const char *what, const Names *names)
{
	fprintf(maker->out, "static const char *const %s_names[] = {", what);
	for (uint32_t i = 0; i < names->len; i++)
	{
		fprintf(maker->out, "\"%.*s\", ", (int) names->at[i].len, names->at[i].bytes);
		fprintf(header, "#define CQ_%s_", what);
		for (uint32_t j = 0; j < names->at[i].len; j++)
			fputc(isalnum((unsigned char) names->at[i].bytes[j]) ?
				  toupper((unsigned char) names->at[i].bytes[j]) : '_', header);
		fprintf(header, " %u\n", i);
	}
	fputs("NULL};\n", maker->out);
}

/* Open a file to write, or end. */
static FILE *
open_output(const char *path)
{
	FILE	   *out = fopen(path, "w");

	if (out == NULL)
	{
		perror(path);
		exit(1);
	}
	return out;
}

/* Read one file; it is a family if it has rules. */
static void
read_family(Maker *maker, const char *path)
{
	Family		family = {.path = path};

	family.text.class_number = class_number;
	tool_family(&maker->arena, &family.text, path);
	if (family.text.rules.len == 0)
		return;
	if (family.text.tests.len > TESTS_MAX)
	{
		fprintf(stderr, "%s: too many tests\n", path);
		exit(1);
	}
	for (uint32_t i = 0; i < cq_tables_shipped.bundle_count; i++)
		add_row(maker, &family, i);
	add_ranges(maker, &family);
	*cq_list_add(&maker->arena, &maker->families) = family;
}

int
main(int argc, char **argv)
{
	Maker		maker = {0};
	FILE	   *header;

	if (argc < 3)
	{
		fputs("usage: mkgrammar OUT.c OUT.h FILE.rules ...\n", stderr);
		return 1;
	}
	tool_arena(&maker.arena, &maker.host);
	for (int i = 3; i < argc; i++)
		read_family(&maker, argv[i]);
	maker.out = open_output(argv[1]);
	header = open_output(argv[2]);
	fputs("/* Generated by mkgrammar from src/grammar/fr: do not edit. */\n"
		  "#include <stddef.h>\n#include \"../src/grammar/grammar_tables.h\"\n\n", maker.out);
	fputs("/* Generated by mkgrammar: what rules yield, and their slots. */\n", header);
	for (uint32_t i = 0; i < maker.families.len; i++)
		emit_family(&maker, &maker.families.at[i], i);
	emit_families(&maker);
	emit_rules(&maker);
	emit_names(&maker, header, "YIELD", &maker.yields);
	emit_names(&maker, header, "SLOT", &maker.slots);
	fprintf(maker.out, "const CqGrammarTables cq_grammar_shipped = {families, %u, rules, %u, "
			"YIELD_names, %u, SLOT_names, %u};\n", maker.families.len, maker.rules,
			maker.yields.len, maker.slots.len);
	return fclose(maker.out) != 0 || fclose(header) != 0;
}
