/*
 * notation.h: how rules are written.
 *
 * A file of rules is a family: its rules see the text as one string in which each unit is a symbol.
 * The notation, with the same meaning in fr/NAME.rules and in the SQL table of user rules:
 *
 *		# comment				#+ a sentence the next rule must match		#- one it must not
 *		round words				the units of the family: words, phrases, mentions, clauses
 *		use common				take the classes and stretches of common.rules too
 *		class Cap = Cap | First & !det			a class of units, by name
 *		let np = (<adj>* <noun>)				a stretch, used as @np
 *		rule NAME YIELD PATTERN			find PATTERN from left to right, no two overlapping
 *		nested NAME YIELD PATTERN		the same, but look for more inside each match
 *
 * PATTERN is a Perl regular expression whose letters are units, blanks ignored:
 *		mot l' ,		the word itself, in any form of its letters		"(" ":"		a sign, quoted
 *		{recevoir}		any form of the verb or noun
 *		<offices>		a unit of the class; inside <...>: & | ! ( ), names of classes, shapes,
 *						classes of the file, quoted words and {lemmas}
 *		(...) (?<slot>...) (?=...) (?!...) (?<=...) (?<!...) | * + ? {2,3} *+ ++ ?+ *? +? . ^ $
 * Plain brackets only group; named ones say which part of the match is what.
 */
#ifndef CQ_NOTATION_H
#define CQ_NOTATION_H

#include "../text/text.h"

/* A test of one unit: postfix operations on a stack of truths. */
typedef enum CqTestOp
{
	CQ_TEST_CLASS,				/* push: the bundle has the class `value` */
	CQ_TEST_SHAPE,				/* push: the shape is `value` */
	CQ_TEST_AND,
	CQ_TEST_OR,
	CQ_TEST_NOT
} CqTestOp;

typedef struct CqTestStep
{
	uint16_t	op;
	uint16_t	value;
} CqTestStep;

/* Longest test, in steps; longest stack. */
#define CQ_TEST_STEPS_MAX 512
#define CQ_TEST_DEPTH_MAX 64

typedef struct CqTest
{
	CqString	source;			/* as written, for messages and to find equals */
	CqTestStep *steps;
	uint32_t	count;
} CqTest;

/* The byte that stands, in a template, before the number of a test (two bytes, low first). */
#define CQ_TEMPLATE_TEST 1

/* Most slots in one rule. */
#define CQ_RULE_SLOTS_MAX 24

typedef struct CqRuleText
{
	CqString	name;
	CqString	yield;
	bool		nested;
	CqString	pattern;		/* as written */
	CqString	template;		/* regular expression with tests in place of units */
	CqString	slots[CQ_RULE_SLOTS_MAX];	/* by number of the group, from 0 */
	uint32_t	slot_count;
	uint32_t	line;
	bool		shared;			/* came by `use`: not a rule of this file */
} CqRuleText;

typedef struct CqDefinition
{
	CqString	name;
	CqString	text;
	bool		is_class;		/* `class`, else `let` */
} CqDefinition;

/* One file of rules, read. */
typedef struct CqFamilyText
{
	CqArena    *arena;
	CqString	name;
	CqString	round;
	CQ_LIST(CqDefinition) definitions;
	CQ_LIST(CqRuleText) rules;
	CQ_LIST(CqTest) tests;
	CQ_LIST(CqString) examples; /* "+rule\tsentence" and "-rule\tsentence" */
	CQ_LIST(CqString) words;	/* quoted words "=mot" and lemmas "{lemme}" met on the way */
	/* The number of a class by name, or -1; NULL while only words are collected. */
	int32_t		(*class_number) (void *self, CqString name);
	void	   *self;
	/* Another file's text, for `use`; NULL where there are no files. */
	CqString	(*open) (void *self, CqString name);
	/* The first fault found: line, column (from 1) and what. */
	uint32_t	line;
	uint32_t	column;
	const char *fault;
	CqString	near;			/* the text at the fault, to the end of its definition */
} CqFamilyText;

/* Read a file of rules; false, with the fault in `family`, if it is not well written. */
bool		cq_notation_read(CqFamilyText *family, CqString text);

/* Read one pattern into a rule: its template, tests and slots. */
bool		cq_notation_pattern(CqFamilyText *family, CqRuleText *rule);

/* Does a unit of this bundle and shape pass the test? */
bool		cq_test_passes(const CqTest *test, const uint64_t *bundle, uint8_t shape);

#endif
