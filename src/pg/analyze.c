/*
 * analyze.c: all that was read in a text, as one jsonb.
 */
#include "families.h"
#include "json.h"

/* The keys of analyze: one per SQL function that exists. A new function is one line here. */
static const CommuniqueFamily *const FAMILIES[] = {
	&communique_mentions_family,
	&communique_officials_family,
	&communique_institutions_family,
	&communique_themes_family,
	&communique_people_family,
	&communique_places_family,
	&communique_dates_family,
	&communique_acronyms_family,
	&communique_dateline_family,
};

/* Analyse the function's arguments; NULL if the body is NULL. */
static Datum
analyze(FunctionCallInfo fcinfo, CommuniqueFace face)
{
	const CommuniqueReading *reading = communique_call(fcinfo, face);

	if (reading == NULL)
		PG_RETURN_NULL();
	PG_RETURN_JSONB_P(communique_json(FAMILIES, lengthof(FAMILIES), reading));
}

PG_FUNCTION_INFO_V1(communique_analyze);

/* communique.analyze: the user's words count. */
Datum
communique_analyze(PG_FUNCTION_ARGS)
{
	return analyze(fcinfo, COMMUNIQUE_USER);
}

PG_FUNCTION_INFO_V1(communique_analyze_builtin);

/* communique.analyze_builtin: the compiled-in lexicon alone. */
Datum
communique_analyze_builtin(PG_FUNCTION_ARGS)
{
	return analyze(fcinfo, COMMUNIQUE_BUILTIN);
}
