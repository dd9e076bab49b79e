/*
 * countries.c: the countries that places, adjectives and the words beside a body tell.
 */
#include "bodies.h"

CqString
cq_unit_country(const CqAnalysis *analysis, const CqUnit *unit)
{
	static const struct
	{
		uint32_t	class;
		uint32_t	column;
	}			SOURCES[] = {
		{CQ_CLASS_COUNTRIES, CQ_COUNTRIES_ISO},
		{CQ_CLASS_NATIONALITIES, CQ_NATIONALITIES_ISO},
		{CQ_CLASS_REGIONS, CQ_REGIONS_COUNTRY},
		{CQ_CLASS_CITIES, CQ_CITIES_COUNTRY},
		{CQ_CLASS_GEONAMES, CQ_GEONAMES_COUNTRY},
	};
	CqString	first = CQ_NONE;

	for (size_t i = 0; i < sizeof(SOURCES) / sizeof(SOURCES[0]); i++)
	{
		for (uint32_t j = 0; j < unit->sense_count; j++)
		{
			const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + j];
			CqString	country;

			if (sense->class != SOURCES[i].class)
				continue;
			country = cq_sense_attribute(analysis->lexicon, sense, SOURCES[i].column);
			if (cq_string_equal(country, analysis->country) && country.len > 0)
				return country;	/* of several, the one of the text's country */
			if (first.len == 0)
				first = country;
		}
		if (first.len > 0)
			return first;
	}
	return CQ_NONE;
}

CqString
cq_span_country(const CqAnalysis *analysis, CqSpan tokens)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	for (uint32_t at = cq_unit_at(units, tokens.start); at < units->len && units->at[at].first < tokens.end; at++)
	{
		CqString	country = cq_unit_country(analysis, &units->at[at]);

		if (country.len > 0)
			return country;
	}
	return CQ_NONE;
}

CqString
cq_country_beside(const CqAnalysis *analysis, CqSpan tokens)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, tokens.end);

	if (at < units->len && cq_unit_is(analysis->lexicon, &units->at[at], CQ_CLASS_NATIONALITIES) &&
		units->at[at].shape == CQ_SHAPE_LOW)
		return cq_unit_country(analysis, &units->at[at]);
	if (at >= units->len || !(cq_token_is(analysis, units->at[at].first, "de") || cq_token_is(analysis, units->at[at].first, "du") ||
							  cq_token_is(analysis, units->at[at].first, "d'") || cq_token_is(analysis, units->at[at].first, "des")))
		return CQ_NONE;
	at++;
	if (at < units->len && (cq_token_is(analysis, units->at[at].first, "la") || cq_token_is(analysis, units->at[at].first, "l'")))
		at++;
	if (at < units->len && cq_unit_is(analysis->lexicon, &units->at[at], CQ_CLASS_COUNTRIES))
		return cq_unit_country(analysis, &units->at[at]);
	return CQ_NONE;
}
