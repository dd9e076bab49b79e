/*
 * grammar.h: what shapes mean.
 *
 * Rules find stretches of units; each match is a candidate, with the yield of its rule and the
 * slots that say which part is what. Candidates only accumulate: the resolve room chooses.
 */
#ifndef CQ_GRAMMAR_H
#define CQ_GRAMMAR_H

#include "../lexicon/lexicon.h"
#include "grammar_names.h"		/* generated: CQ_YIELD_*, CQ_SLOT_*, CQ_FAMILY_* */
#include "expression.h"
#include "grammar_tables.h"
#include "notation.h"
#include "regex.h"

typedef struct CqSlot
{
	uint16_t	slot;			/* a CQ_SLOT_* */
	CqSpan		span;			/* units */
} CqSlot;

typedef struct CqCandidate
{
	uint16_t	rule;
	uint16_t	yield;			/* a CQ_YIELD_* */
	CqSpan		span;			/* units */
	uint32_t	slots;			/* first of its filled slots */
	uint32_t	slot_count;
} CqCandidate;

typedef struct CqCandidates
{
	CQ_LIST(CqCandidate) all;
	CQ_LIST(CqSlot) slots;
} CqCandidates;

/* The grammar of an engine: expressions are compiled when a text first needs them. */
typedef struct CqGrammar
{
	const CqHost *host;
	const CqLexicon *lexicon;
	const CqGrammarTables *tables;
	CqRegexes  *regexes;
	CqRegex   **compiled;		/* by rule; NULL: not yet */
	uint32_t   *uses;			/* by rule: units searched so far */
	bool	   *disabled;		/* by rule: does not run */
} CqGrammar;

/* Make a grammar; false when there is no memory. */
bool		cq_grammar_init(CqGrammar *grammar, const CqHost *host, const CqLexicon *lexicon);
void		cq_grammar_clear(CqGrammar *grammar);

/* Run all rules of a round over `count` units and add what they find. */
void		cq_grammar_run(CqGrammar *grammar, CqArena *arena, CqRound round, const CqUnit *units,
						   uint32_t count, CqCandidates *found);

/* The units of a slot; an empty span if the match did not fill it. */
CqSpan		cq_candidate_slot(const CqCandidates *candidates, const CqCandidate *candidate,
							  uint16_t slot);

/* The name of a rule, as users see it in mentions.rule. */
const char *cq_rule_name(const CqGrammar *grammar, uint16_t rule);

#endif
