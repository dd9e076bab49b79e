/*
 * keys.c: what a text is about, for generated columns and expression indexes.
 */
#include "rows.h"

PG_FUNCTION_INFO_V1(communique_keys);

/* communique.keys: the sorted keys of the compiled-in lexicon's reading. */
Datum
communique_keys(PG_FUNCTION_ARGS)
{
	const CommuniqueReading *reading = communique_call(fcinfo, COMMUNIQUE_BUILTIN);

	if (reading == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(communique_text_array(reading->report->keys, reading->report->key_count));
}
