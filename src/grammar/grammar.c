/*
 * grammar.c: runs rules over units.
 *
 * Per family and text: units become symbols, once. A rule is tried only if each of the tests that
 * any of its matches must pass is passed by some unit of the text; most rules are dismissed so.
 */
#include "grammar.h"

/* Units searched before an expression is worth its machine code (about a hundred articles). */
#define GRAMMAR_SPEED_UP_AFTER 40000

/* Symbols kept in the set of those present; further ones count as present always. */
#define GRAMMAR_SYMBOLS_MAX 8192

typedef struct Search
{
	CqGrammar  *grammar;
	CqArena    *arena;
	const CqFamilyTables *family;
	const CqUnit *units;
	uint32_t	count;
	uint16_t   *symbols;
	uint64_t	present[GRAMMAR_SYMBOLS_MAX / 64];
	CqCandidates *found;
} Search;

bool
cq_grammar_init(CqGrammar *grammar, const CqHost *host, const CqLexicon *lexicon)
{
	uint32_t	rules = cq_grammar_shipped.rule_count;
	size_t		each = sizeof(CqRegex *) + sizeof(uint32_t) + sizeof(bool);

	memset(grammar, 0, sizeof(*grammar));
	grammar->host = host;
	grammar->lexicon = lexicon;
	grammar->tables = &cq_grammar_shipped;
	grammar->regexes = cq_regexes_create(host);
	grammar->compiled = host->allocate(host->self, rules * each + 1);
	if (grammar->regexes == NULL || grammar->compiled == NULL)
		return false;
	memset(grammar->compiled, 0, rules * each);
	grammar->uses = (uint32_t *) (grammar->compiled + rules);
	grammar->disabled = (bool *) (grammar->uses + rules);
	return true;
}

void
cq_grammar_clear(CqGrammar *grammar)
{
	for (uint32_t i = 0; grammar->compiled != NULL && i < grammar->tables->rule_count; i++)
	{
		if (grammar->compiled[i] != NULL)
			cq_regex_destroy(grammar->compiled[i]);
	}
	if (grammar->compiled != NULL)
		grammar->host->release(grammar->host->self, grammar->compiled);
	if (grammar->regexes != NULL)
		cq_regexes_destroy(grammar->regexes);
	memset(grammar, 0, sizeof(*grammar));
}

/* Write the units as symbols of the family, and note which occur. */
static void
write_symbols(Search *search)
{
	const CqFamilyTables *family = search->family;

	memset(search->present, 0, sizeof(search->present));
	for (uint32_t i = 0; i < search->count; i++)
	{
		const CqUnit *unit = &search->units[i];
		uint16_t	symbol = family->rows[family->bundle_row[unit->bundle] * CQ_SHAPE_COUNT + unit->shape];

		search->symbols[i] = symbol;
		if (symbol < GRAMMAR_SYMBOLS_MAX)
			search->present[symbol >> 6] |= UINT64_C(1) << (symbol & 63);
	}
}

/* Does some unit of the text pass the test? */
static bool
test_occurs(const Search *search, uint32_t test)
{
	const CqFamilyTables *family = search->family;

	for (uint32_t i = family->tests[test]; i < family->tests[test + 1]; i++)
	{
		for (uint32_t symbol = family->ranges[2 * i]; symbol <= family->ranges[2 * i + 1]; symbol++)
		{
			if (symbol >= GRAMMAR_SYMBOLS_MAX ||
				search->present[symbol >> 6] >> (symbol & 63) & 1)
				return true;
		}
	}
	return false;
}

/* Could the rule match anywhere? */
static bool
rule_may_match(const Search *search, const CqRuleTables *rule)
{
	for (uint32_t i = 0; i < rule->required_count; i++)
	{
		if (!test_occurs(search, rule->required[i]))
			return false;
	}
	return true;
}

/* The compiled expression of a rule. */
static CqRegex *
rule_regex(Search *search, uint32_t number)
{
	CqGrammar  *grammar = search->grammar;
	const CqRuleTables *rule = &grammar->tables->rules[number];
	uint32_t	room;
	uint32_t	len;
	uint16_t   *pattern;
	char		message[128];

	if (grammar->compiled[number] == NULL)
	{
		room = cq_expression_room(search->family, rule);
		pattern = cq_arena_alloc(search->arena, room * sizeof(uint16_t));
		len = cq_expression_write(search->family, rule, pattern);
		grammar->compiled[number] = cq_regex_compile(grammar->regexes, pattern, len, message,
													 sizeof(message), &room);
		if (grammar->compiled[number] == NULL)
			cq_arena_fail(search->arena, message[0] == '\0' ? CQ_OUT_OF_MEMORY : CQ_BAD_RULE);
	}
	if (grammar->uses[number] < GRAMMAR_SPEED_UP_AFTER)
	{
		grammar->uses[number] += search->count;
		if (grammar->uses[number] >= GRAMMAR_SPEED_UP_AFTER)
			cq_regex_speed_up(grammar->compiled[number]);
	}
	return grammar->compiled[number];
}

/* Add a candidate from the groups of a match. */
static void
add_candidate(Search *search, uint32_t number, const uint32_t *groups)
{
	const CqRuleTables *rule = &search->grammar->tables->rules[number];
	CqCandidate *candidate = cq_list_add(search->arena, &search->found->all);

	candidate->rule = (uint16_t) number;
	candidate->yield = rule->yield;
	candidate->span = (CqSpan) {groups[0], groups[1]};
	candidate->slots = search->found->slots.len;
	for (uint32_t i = 0; i < rule->slot_count; i++)
	{
		CqSlot	   *slot;

		if (groups[2 * i + 2] == UINT32_MAX || groups[2 * i + 2] == groups[2 * i + 3])
			continue;
		slot = cq_list_add(search->arena, &search->found->slots);
		slot->slot = rule->slots[i];
		slot->span = (CqSpan) {groups[2 * i + 2], groups[2 * i + 3]};
	}
	candidate = &search->found->all.at[search->found->all.len - 1];
	candidate->slot_count = search->found->slots.len - candidate->slots;
}

/* Where to go on after a search that was too hard: behind the next full stop or line end. */
static uint32_t
skip_sentence(const Search *search, uint32_t from)
{
	while (from < search->count && search->units[from].shape != CQ_SHAPE_STOP &&
		   search->units[from].shape != CQ_SHAPE_BREAK)
		from++;
	return from + 1;
}

/* Find all matches of one rule. */
static void
run_rule(Search *search, uint32_t number)
{
	const CqRuleTables *rule = &search->grammar->tables->rules[number];
	uint32_t	groups[2 * (CQ_RULE_SLOTS_MAX + 1)];
	CqRegex    *regex = rule_regex(search, number);
	uint32_t	from = 0;

	while (from < search->count)
	{
		CqRegexResult result = cq_regex_find(regex, search->symbols, search->count, from, groups,
											 rule->slot_count + 1);

		if (result == CQ_REGEX_NO_MEMORY)
			cq_arena_fail(search->arena, CQ_OUT_OF_MEMORY);
		if (result == CQ_REGEX_NOT_FOUND)
			return;
		if (result == CQ_REGEX_TOO_HARD)
		{
			cq_arena_poll(search->arena);
			from = skip_sentence(search, from);
			continue;
		}
		add_candidate(search, number, groups);
		from = rule->nested ? groups[0] + 1 : groups[1];
	}
}

void
cq_grammar_run(CqGrammar *grammar, CqArena *arena, CqRound round, const CqUnit *units,
			   uint32_t count, CqCandidates *found)
{
	Search	   *search = cq_arena_alloc(arena, sizeof(Search));

	search->grammar = grammar;
	search->arena = arena;
	search->units = units;
	search->count = count;
	search->found = found;
	search->symbols = cq_arena_alloc(arena, count * sizeof(uint16_t) + 1);
	for (uint32_t i = 0; i < grammar->tables->family_count; i++)
	{
		search->family = &grammar->tables->families[i];
		if (search->family->round != round)
			continue;
		cq_arena_poll(arena);
		write_symbols(search);
		for (uint32_t j = 0; j < search->family->rule_count; j++)
		{
			uint32_t	rule = search->family->rules + j;

			if (!grammar->disabled[rule] && rule_may_match(search, &grammar->tables->rules[rule]))
				run_rule(search, rule);
		}
	}
}

CqSpan
cq_candidate_slot(const CqCandidates *candidates, const CqCandidate *candidate, uint16_t slot)
{
	for (uint32_t i = 0; i < candidate->slot_count; i++)
	{
		const CqSlot *filled = &candidates->slots.at[candidate->slots + i];

		if (filled->slot == slot)
			return filled->span;
	}
	return (CqSpan) {0, 0};
}

const char *
cq_rule_name(const CqGrammar *grammar, uint16_t rule)
{
	return rule < grammar->tables->rule_count ? grammar->tables->rules[rule].name : "lexicon";
}
