/*
 * report_bodies.c: rows of institutions, places and acronyms.
 *
 * Bodies and places are numbered as their first chunks were read, which is nearly the order of the
 * text; rows stand in it exactly.
 */
#include <stdlib.h>

#include "report.h"
#include "writing.h"

/* Where a chunk begins, in characters from 1. */
static uint32_t
chunk_start(const CqAnalysis *analysis, uint32_t chunk)
{
	return cq_text_characters(&analysis->text, analysis->text.tokens.at[analysis->chunks.at[chunk].tokens.start].start) + 1;
}

/* Order institutions by place in the text. */
static int
compare_institutions(const void *a, const void *b)
{
	const CqInstitutionRow *left = a;
	const CqInstitutionRow *right = b;

	return (left->start > right->start) - (left->start < right->start);
}

void
cq_report_institutions(CqAnalysis *analysis)
{
	CqReport   *report = analysis->report;
	CQ_LIST(CqInstitutionRow) rows = {0};

	for (uint32_t i = 0; i < analysis->bodies.len; i++)
	{
		const CqBody *body = &analysis->bodies.at[i];
		CqInstitutionRow *row;

		if (!body->counted)
			continue;
		row = cq_list_add(analysis->arena, &rows);
		row->institution = body->name;
		row->kind = body->kind;
		row->acronym = body->acronym;
		row->country = body->country;
		row->mentions = (int32_t) body->mentions;
		row->start = chunk_start(analysis, body->first);
		row->confidence = body->confidence;
	}
	if (rows.len > 1)
		qsort(rows.at, rows.len, sizeof(CqInstitutionRow), compare_institutions);
	report->institutions = rows.at;
	report->institution_count = rows.len;
}

void
cq_report_places(CqAnalysis *analysis)
{
	CqReport   *report = analysis->report;
	CQ_LIST(CqPlaceRow) rows = {0};

	for (uint32_t i = 0; i < analysis->places.len; i++)
	{
		const CqPlace *place = &analysis->places.at[i];
		CqPlaceRow *row = cq_list_add(analysis->arena, &rows);

		row->place = place->name;
		row->kind = place->kind;
		row->country = place->country;
		row->mentions = (int32_t) place->mentions;
		row->start = chunk_start(analysis, place->first);
	}
	report->places = rows.at;
	report->place_count = rows.len;
}

void
cq_report_acronyms(CqAnalysis *analysis)
{
	CqReport   *report = analysis->report;
	CQ_LIST(CqAcronymRow) rows = {0};

	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		const CqAcronym *pair = &analysis->acronyms.at[i];
		CqAcronymRow *row = cq_list_add(analysis->arena, &rows);

		row->where = cq_report_place(analysis, pair->acronym);
		row->acronym = row->where.surface;
		row->expansion = cq_write_stretch(analysis, pair->expansion);
	}
	report->acronyms = rows.at;
	report->acronym_count = rows.len;
}
