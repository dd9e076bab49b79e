/*
 * analyse.c: the conductor. It calls the rooms in order and decides nothing.
 */
#include "communique.h"

#include "resolve/analysis.h"

struct CqEngine
{
	CqHost		host;
	CqCharacters characters;
	CqLexicon	lexicon;
	CqGrammar	grammar;
};

/* What cq_report_free needs to find from the report: it stands right behind it. */
typedef struct OwnedReport
{
	CqReport	report;
	CqArena		arena;
	CqHost		host;
} OwnedReport;

/* Longest body read: offsets must fit 32 bits, in the folded text too. */
#define BODY_BYTES_MAX (UINT32_C(1) << 29)

CqStatus
cq_engine_create(const CqHost *host, CqEngine **engine)
{
	CqEngine   *made = host->allocate(host->self, sizeof(CqEngine));

	*engine = NULL;
	if (made == NULL)
		return CQ_OUT_OF_MEMORY;
	memset(made, 0, sizeof(*made));
	made->host = *host;
	made->lexicon.tables = &cq_tables_shipped;
	cq_characters_init(&made->characters);
	if (!cq_grammar_init(&made->grammar, &made->host, &made->lexicon))
	{
		cq_engine_destroy(made);
		return CQ_OUT_OF_MEMORY;
	}
	*engine = made;
	return CQ_OK;
}

void
cq_engine_destroy(CqEngine *engine)
{
	CqHost		host = engine->host;

	cq_grammar_clear(&engine->grammar);
	host.release(host.self, engine);
}

/* One round of the grammar: find, settle, and make the units of the next. */
static void
run_round(CqAnalysis *analysis, CqRound round)
{
	cq_grammar_run(analysis->grammar, analysis->arena, round, analysis->units[round].at,
				   analysis->units[round].len, &analysis->found[round]);
}

/* All rooms, in order. */
static void
run_rooms(CqEngine *engine, CqAnalysis *analysis, CqString body)
{
	cq_text_read(&analysis->text, analysis->arena, &engine->characters, body);
	cq_lexicon_read(&engine->lexicon, &analysis->text, &analysis->units[CQ_ROUND_WORDS]);
	run_round(analysis, CQ_ROUND_WORDS);
	cq_resolve_dateline(analysis);
	cq_resolve_context(analysis);
	cq_settle(analysis, CQ_ROUND_WORDS);
	cq_resolve_acronyms(analysis);
	cq_resolve_persons(analysis);
	cq_collapse(analysis, CQ_ROUND_WORDS);
	run_round(analysis, CQ_ROUND_PHRASES);
	cq_settle(analysis, CQ_ROUND_PHRASES);
	cq_resolve_dates(analysis);
	cq_resolve_amounts(analysis);
	cq_resolve_bodies(analysis);
	cq_resolve_offices(analysis);
	cq_collapse(analysis, CQ_ROUND_PHRASES);
	run_round(analysis, CQ_ROUND_MENTIONS);
	cq_resolve_officials(analysis);
	cq_resolve_belonging(analysis);
	cq_resolve_references(analysis);
	cq_resolve_places(analysis);
	cq_resolve_quotes(analysis);
	cq_resolve_actors(analysis);
	run_round(analysis, CQ_ROUND_CLAUSES);
	cq_resolve_themes(analysis);
	cq_report_fill(analysis);
}

CqStatus
cq_analyse(CqEngine *engine, CqString body, const CqContext *context, CqReport **report)
{
	OwnedReport *owned;
	CqAnalysis *analysis;

	*report = NULL;
	if (body.len > BODY_BYTES_MAX)
		return CQ_TEXT_TOO_LONG;
	if (context->country.len > 0 && !cq_country_is_known(engine, context->country))
		return CQ_BAD_COUNTRY;
	owned = engine->host.allocate(engine->host.self, sizeof(OwnedReport));
	if (owned == NULL)
		return CQ_OUT_OF_MEMORY;
	memset(owned, 0, sizeof(*owned));
	owned->host = engine->host;
	cq_arena_init(&owned->arena, &owned->host, (size_t) body.len * 64);
	if (setjmp(owned->arena.escape) != 0)
	{
		CqStatus	status = owned->arena.status;

		cq_report_free(&owned->report);
		return status;
	}
	analysis = cq_arena_zero(&owned->arena, sizeof(CqAnalysis));
	analysis->arena = &owned->arena;
	analysis->lexicon = &engine->lexicon;
	analysis->grammar = &engine->grammar;
	analysis->context = context;
	analysis->report = &owned->report;
	if (body.len > 0)
		run_rooms(engine, analysis, body);
	*report = &owned->report;
	return CQ_OK;
}

void
cq_report_free(CqReport *report)
{
	OwnedReport *owned = (OwnedReport *) report;
	CqHost		host = owned->host;

	cq_arena_clear(&owned->arena);
	host.release(host.self, owned);
}

bool
cq_country_is_known(const CqEngine *engine, CqString country)
{
	return country.len == 2 && cq_lexicon_has_country(&engine->lexicon, country);
}

bool
cq_rule_switch(CqEngine *engine, CqString name, bool on)
{
	for (uint32_t i = 0; i < engine->grammar.tables->rule_count; i++)
	{
		if (cq_string_is(name, engine->grammar.tables->rules[i].name))
		{
			engine->grammar.disabled[i] = !on;
			return true;
		}
	}
	return false;
}

bool
cq_rule_entry(const CqEngine *engine, uint32_t number, CqString *family, CqString *name)
{
	const CqGrammarTables *tables = engine->grammar.tables;

	if (number >= tables->rule_count)
		return false;
	*name = cq_string(tables->rules[number].name);
	for (uint32_t i = 0; i < tables->family_count && tables->families[i].rules <= number; i++)
		*family = cq_string(tables->families[i].name);
	return true;
}

bool
cq_theme_entry(const CqEngine *engine, uint32_t number, CqThemeRow *row)
{
	CqSense		sense;

	memset(row, 0, sizeof(*row));
	if (!cq_class_entry(&engine->lexicon, CQ_CLASS_THEME_CATALOG, number, &sense))
		return false;
	row->theme = cq_sense_canonical(&engine->lexicon, &sense);
	row->label = cq_sense_attribute(&engine->lexicon, &sense, CQ_THEME_CATALOG_LABEL);
	row->iptc = cq_sense_attribute(&engine->lexicon, &sense, CQ_THEME_CATALOG_IPTC);
	return true;
}

bool
cq_lexicon_entry(const CqEngine *engine, uint32_t number, CqLexiconRow *row)
{
	(void) engine;
	(void) number;
	(void) row;
	return false;
}
