/*
 * report_keys.c: what the text is about, as keys for an index.
 *
 * "official:abdelouafi-laftit", "role:minister", "institution:ministere-de-l-interieur",
 * "theme:migration", "place:rabat", "country:MA", "event:receive"; sorted, each once.
 */
#include <stdlib.h>

#include "report.h"

#include "writing.h"

typedef CQ_LIST(CqString) Keys;

/* Add "prefix:value". */
static void
add_key(CqAnalysis *analysis, Keys *keys, const char *prefix, CqString value)
{
	CqWriter	writer = {.analysis = analysis};

	if (value.len == 0)
		return;
	cq_write_string(&writer, cq_string(prefix));
	cq_write_string(&writer, value);
	*cq_list_add(analysis->arena, keys) = cq_writer_string(&writer);
}

/* Add "prefix:slug of value". */
static void
add_slug(CqAnalysis *analysis, Keys *keys, const char *prefix, CqString value)
{
	if (value.len > 0)
		add_key(analysis, keys, prefix, cq_write_slug(analysis, value));
}

/* Byte order, as the "C" collation has it. */
static int
compare_keys(const void *a, const void *b)
{
	const CqString *left = a;
	const CqString *right = b;
	uint32_t	len = left->len < right->len ? left->len : right->len;
	int			order = memcmp(left->bytes, right->bytes, len);

	return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

/* Add the keys of persons, offices and institutions. */
static void
add_entities(CqAnalysis *analysis, Keys *keys)
{
	const CqReport *report = analysis->report;

	for (uint32_t i = 0; i < report->official_count; i++)
	{
		add_slug(analysis, keys, "official:", report->officials[i].official);
		add_key(analysis, keys, "role:", report->officials[i].role_kind);
		add_key(analysis, keys, "country:", report->officials[i].country);
	}
	for (uint32_t i = 0; i < report->person_count; i++)
		add_slug(analysis, keys, "person:", report->people[i].person);
	for (uint32_t i = 0; i < report->institution_count; i++)
	{
		add_slug(analysis, keys, "institution:", report->institutions[i].institution);
		add_key(analysis, keys, "country:", report->institutions[i].country);
	}
}

void
cq_report_keys(CqAnalysis *analysis)
{
	CqReport   *report = analysis->report;
	Keys		keys = {0};
	uint32_t	kept = 0;

	add_entities(analysis, &keys);
	for (uint32_t i = 0; i < report->theme_count; i++)
		add_key(analysis, &keys, "theme:", report->themes[i].theme);
	for (uint32_t i = 0; i < report->place_count; i++)
	{
		add_slug(analysis, &keys, "place:", report->places[i].place);
		add_key(analysis, &keys, "country:", report->places[i].country);
	}
	for (uint32_t i = 0; i < report->event_count; i++)
		add_key(analysis, &keys, "event:", report->events[i].event);
	if (keys.len > 1)
		qsort(keys.at, keys.len, sizeof(CqString), compare_keys);
	for (uint32_t i = 0; i < keys.len; i++)
	{
		if (kept == 0 || !cq_string_equal(keys.at[kept - 1], keys.at[i]))
			keys.at[kept++] = keys.at[i];
	}
	report->keys = keys.at;
	report->key_count = kept;
}
