/*
 * catalog.c: what is compiled in: words, themes, rules.
 */
#include "rows.h"

#include "miscadmin.h"

static const CommuniqueColumn WORD_COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqLexiconRow, TEXT, "class", class),
	COMMUNIQUE_COLUMN(CqLexiconRow, TEXT, "form", form),
	COMMUNIQUE_COLUMN(CqLexiconRow, TEXT, "canonical", canonical),
	COMMUNIQUE_COLUMN(CqLexiconRow, PAIRS, "attributes", attributes),
};
static const CommuniqueFamily WORDS = COMMUNIQUE_CATALOG("builtin_words", WORD_COLUMNS);

static const CommuniqueColumn THEME_COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqThemeRow, TEXT, "theme", theme),
	COMMUNIQUE_COLUMN(CqThemeRow, TEXT, "label", label),
	COMMUNIQUE_COLUMN(CqThemeRow, TEXT, "iptc", iptc),
};
static const CommuniqueFamily THEMES = COMMUNIQUE_CATALOG("builtin_themes", THEME_COLUMNS);

/* A shipped rule. */
typedef struct RuleRow
{
	CqString	family;
	CqString	name;
} RuleRow;

static const CommuniqueColumn RULE_COLUMNS[] = {
	COMMUNIQUE_COLUMN(RuleRow, TEXT, "family", family),
	COMMUNIQUE_COLUMN(RuleRow, TEXT, "rule", name),
};
static const CommuniqueFamily RULES = COMMUNIQUE_CATALOG("builtin_rules", RULE_COLUMNS);

/* Yield one entry. */
static void
put_entry(FunctionCallInfo fcinfo, const CommuniqueFamily *family, const void *row)
{
	CHECK_FOR_INTERRUPTS();
	communique_put_row((ReturnSetInfo *) fcinfo->resultinfo, family, row, NULL);
}

PG_FUNCTION_INFO_V1(communique_builtin_words);

/* communique.builtin_words: every form of the compiled-in lexicon. */
Datum
communique_builtin_words(PG_FUNCTION_ARGS)
{
	const CqEngine *engine = communique_session()->engine;
	CqLexiconRow row = {.class = CQ_NONE};

	InitMaterializedSRF(fcinfo, 0);
	for (uint32 i = 0; cq_lexicon_entry(engine, i, &row); i++)
		put_entry(fcinfo, &WORDS, &row);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(communique_builtin_themes);

/* communique.builtin_themes: the closed list of themes. */
Datum
communique_builtin_themes(PG_FUNCTION_ARGS)
{
	const CqEngine *engine = communique_session()->engine;
	CqThemeRow	row = {.theme = CQ_NONE};

	InitMaterializedSRF(fcinfo, 0);
	for (uint32 i = 0; cq_theme_entry(engine, i, &row); i++)
		put_entry(fcinfo, &THEMES, &row);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(communique_builtin_rules);

/* communique.builtin_rules: the shipped rules of the grammar. */
Datum
communique_builtin_rules(PG_FUNCTION_ARGS)
{
	const CqEngine *engine = communique_session()->engine;
	RuleRow		row = {.family = CQ_NONE};

	InitMaterializedSRF(fcinfo, 0);
	for (uint32 i = 0; cq_rule_entry(engine, i, &row.family, &row.name); i++)
		put_entry(fcinfo, &RULES, &row);
	return (Datum) 0;
}
