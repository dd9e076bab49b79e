/*
 * grammar.c: runs rules over units.
 *
 * Per family and text: units become symbols, once. mkgrammar found for most rules a set of tests of
 * which every match passes one (a trigger); a rule is tried only in the sentences with such a unit.
 */
#include "grammar.h"

/* Units searched before an expression is worth its machine code (about a hundred articles). */
#define GRAMMAR_SPEED_UP_AFTER 40000

/* Units behind a sentence that a lookahead may want to see. */
#define GRAMMAR_LOOKAHEAD 3

typedef struct Search
{
	CqGrammar  *grammar;
	CqArena    *arena;
	const CqFamilyTables *family;
	const CqUnit *units;
	uint32_t	count;
	uint16_t   *symbols;
	uint32_t   *next;			/* the next unit of the same symbol, plus one; 0: none */
	uint32_t   *first;			/* by symbol: its first unit, plus one */
	uint32_t   *sentence;		/* by unit: number of its sentence */
	CqSpan	   *sentences;		/* units of each, its end included */
	uint32_t	sentence_count;
	uint8_t    *wanted;			/* by sentence: to be searched */
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

/* Find the sentences: each ends with a full stop or line end, which belongs to it. */
static void
find_sentences(Search *search)
{
	uint32_t	start = 0;

	search->sentence_count = 0;
	for (uint32_t i = 0; i < search->count; i++)
	{
		uint8_t		shape = search->units[i].shape;

		search->sentence[i] = search->sentence_count;
		if (shape != CQ_SHAPE_STOP && shape != CQ_SHAPE_BREAK && i + 1 < search->count)
			continue;
		search->sentences[search->sentence_count++] = (CqSpan) {start, i + 1};
		start = i + 1;
	}
}

/* Write the units as symbols of the family, and thread those of one symbol together. */
static void
write_symbols(Search *search)
{
	const CqFamilyTables *family = search->family;
	const CqUnit *units = search->units;
	uint16_t   *symbols = search->symbols;
	uint32_t   *first = search->first;
	uint32_t   *next = search->next;

	memset(first, 0, (family->symbol_count + 1) * sizeof(uint32_t));
	for (uint32_t i = search->count; i-- > 0;)
	{
		uint16_t	symbol = family->rows[family->bundle_row[units[i].bundle] * CQ_SHAPE_COUNT + units[i].shape];

		symbols[i] = symbol;
		next[i] = first[symbol];
		first[symbol] = i + 1;
	}
}

/* Mark the sentences that hold a unit that passes the test; yields how many were newly marked. */
static uint32_t
mark_sentences(Search *search, uint32_t test)
{
	const CqFamilyTables *family = search->family;
	uint32_t	marked = 0;

	for (uint32_t i = family->tests[test]; i < family->tests[test + 1]; i++)
	{
		for (uint32_t symbol = family->ranges[2 * i]; symbol <= family->ranges[2 * i + 1]; symbol++)
		{
			for (uint32_t unit = search->first[symbol]; unit != 0; unit = search->next[unit - 1])
			{
				uint8_t    *wanted = &search->wanted[search->sentence[unit - 1]];

				marked += *wanted == 0;
				*wanted = 1;
			}
		}
	}
	return marked;
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

/* Find all matches of one rule that begin in [from, stop), looking no further than `end`. */
static void
run_rule(Search *search, uint32_t number, uint32_t from, uint32_t stop, uint32_t end)
{
	const CqRuleTables *rule = &search->grammar->tables->rules[number];
	uint32_t	groups[2 * (CQ_RULE_SLOTS_MAX + 1)];
	CqRegex    *regex = rule_regex(search, number);

	while (from < stop)
	{
		CqRegexResult result = cq_regex_find(regex, search->symbols, end, from, groups, rule->slot_count + 1);

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
		if (groups[0] >= stop)
			return;
		add_candidate(search, number, groups);
		from = rule->nested ? groups[0] + 1 : groups[1];
	}
}

/* Run one rule where it may match: in the sentences that hold what it requires, or everywhere. */
static void
search_rule(Search *search, uint32_t number)
{
	const CqRuleTables *rule = &search->grammar->tables->rules[number];
	uint32_t	marked = 0;

	memset(search->wanted, 0, search->sentence_count);
	for (uint32_t i = 0; i < rule->required_count; i++)
		marked += mark_sentences(search, rule->required[i]);
	if (rule->required_count > 0 && marked == 0)
		return;
	if (rule->required_count == 0 || rule->crosses || marked * 2 > search->sentence_count)
	{
		run_rule(search, number, 0, search->count, search->count);
		return;
	}
	for (uint32_t i = 0; i < search->sentence_count; i++)
	{
		uint32_t	end = search->sentences[i].end + GRAMMAR_LOOKAHEAD;

		if (search->wanted[i])
			run_rule(search, number, search->sentences[i].start, search->sentences[i].end,
					 end < search->count ? end : search->count);
	}
}

/* The most symbols that any family has. */
static uint32_t
largest_alphabet(const CqGrammarTables *tables)
{
	uint32_t	most = 0;

	for (uint32_t i = 0; i < tables->family_count; i++)
	{
		if (tables->families[i].symbol_count > most)
			most = tables->families[i].symbol_count;
	}
	return most;
}

void
cq_grammar_run(CqGrammar *grammar, CqArena *arena, CqRound round, const CqUnit *units,
			   uint32_t count, CqCandidates *found)
{
	Search		search = {grammar, arena, NULL, units, count, .found = found};

	search.symbols = cq_arena_alloc(arena, count * sizeof(uint16_t) + 1);
	search.next = cq_arena_alloc(arena, count * sizeof(uint32_t) + 1);
	search.sentence = cq_arena_alloc(arena, count * sizeof(uint32_t) + 1);
	search.sentences = cq_arena_alloc(arena, count * sizeof(CqSpan) + 1);
	search.wanted = cq_arena_alloc(arena, count + 1);
	search.first = cq_arena_alloc(arena, (largest_alphabet(grammar->tables) + 1) * sizeof(uint32_t));
	find_sentences(&search);
	for (uint32_t i = 0; i < grammar->tables->family_count; i++)
	{
		search.family = &grammar->tables->families[i];
		if (search.family->round != round)
			continue;
		cq_arena_poll(arena);
		write_symbols(&search);
		for (uint32_t j = 0; j < search.family->rule_count; j++)
		{
			if (!grammar->disabled[search.family->rules + j])
				search_rule(&search, search.family->rules + j);
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
