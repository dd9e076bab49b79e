/*
 * grammar_tables.h: the compiled grammar, as mkgrammar writes it and grammar.c reads it.
 *
 * A family sees each unit as a symbol. Two units that pass the same tests of the family have the
 * same symbol, so there are few symbols, and a test is a set of them: a list of ranges.
 */
#ifndef CQ_GRAMMAR_TABLES_H
#define CQ_GRAMMAR_TABLES_H

#include <stdbool.h>
#include <stdint.h>

/* What the units of a round are. */
typedef enum CqRound
{
	CQ_ROUND_WORDS,				/* words and phrases of the lexicon */
	CQ_ROUND_PHRASES,			/* the same, names, institutions, dates standing as one */
	CQ_ROUND_MENTIONS,			/* the same, offices with their complements standing as one */
	CQ_ROUND_CLAUSES,			/* the same, persons with the offices beside them standing as one */
	CQ_ROUND_COUNT
} CqRound;

typedef struct CqFamilyTables
{
	const char *name;
	uint16_t	round;
	uint16_t	rule_count;
	uint32_t	rules;			/* first of its rules */
	const uint16_t *bundle_row; /* by bundle */
	const uint16_t *rows;		/* by row, CQ_SHAPE_COUNT symbols each */
	uint32_t	symbol_count;	/* symbols are 1 .. symbol_count */
	const uint32_t *tests;		/* of test i: ranges [tests[i], tests[i + 1]) */
	const uint16_t *ranges;		/* first and last symbol, two each */
	uint32_t	test_count;
} CqFamilyTables;

typedef struct CqRuleTables
{
	const char *name;
	uint16_t	yield;
	bool		nested;
	bool		crosses;		/* a match may hold the end of a sentence or line */
	const char *template;
	uint32_t	template_len;
	const uint16_t *slots;		/* slot of each group */
	uint32_t	slot_count;
	const uint16_t *required;	/* every match has a unit that passes one of these tests; none: unknown */
	uint32_t	required_count;
} CqRuleTables;

typedef struct CqGrammarTables
{
	const CqFamilyTables *families;
	uint32_t	family_count;
	const CqRuleTables *rules;
	uint32_t	rule_count;
	const char *const *yields;
	uint32_t	yield_count;
	const char *const *slots;
	uint32_t	slot_count;
} CqGrammarTables;

/* The grammar compiled into this program. */
extern const CqGrammarTables cq_grammar_shipped;

#endif
