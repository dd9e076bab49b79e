/* report.c: fills the report, part by part. */
#include "report.h"

#include "writing.h"

CqPlaceInText
cq_report_place(const CqAnalysis *analysis, CqSpan tokens)
{
	uint32_t	start = analysis->text.tokens.at[tokens.start].start;
	uint32_t	end = analysis->text.tokens.at[tokens.end - 1].end;
	CqPlaceInText place;

	place.surface = (CqString) {analysis->text.body.bytes + start, end - start};
	place.start = cq_text_characters(&analysis->text, start) + 1;
	place.length = cq_utf8_count(place.surface.bytes, place.surface.len);
	return place;
}

CqString
cq_gender_name(uint8_t gender)
{
	return gender == CQ_GENDER_M ? cq_string("m") : gender == CQ_GENDER_F ? cq_string("f") : CQ_NONE;
}

int32_t
cq_entity_of_person(const CqAnalysis *analysis, uint32_t person)
{
	(void) analysis;
	return (int32_t) person + 1;
}

int32_t
cq_entity_of_body(const CqAnalysis *analysis, uint32_t body)
{
	return (int32_t) (analysis->persons.len + body) + 1;
}

int32_t
cq_entity_of_office(const CqAnalysis *analysis, uint32_t office)
{
	return (int32_t) (analysis->persons.len + analysis->bodies.len + office) + 1;
}

int32_t
cq_entity_of_place(const CqAnalysis *analysis, uint32_t place)
{
	return (int32_t) (analysis->persons.len + analysis->bodies.len + analysis->offices.len + place) + 1;
}

/* Rows of institutions. */
static void
report_institutions(CqAnalysis *analysis)
{
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
		row->confidence = body->confidence;
	}
	analysis->report->institutions = rows.at;
	analysis->report->institution_count = rows.len;
}

/* Rows of acronyms. */
static void
report_acronyms(CqAnalysis *analysis)
{
	CQ_LIST(CqAcronymRow) rows = {0};

	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		const CqAcronym *pair = &analysis->acronyms.at[i];
		CqAcronymRow *row = cq_list_add(analysis->arena, &rows);

		row->where = cq_report_place(analysis, pair->acronym);
		row->acronym = row->where.surface;
		row->expansion = cq_write_stretch(analysis, pair->expansion);
	}
	analysis->report->acronyms = rows.at;
	analysis->report->acronym_count = rows.len;
}

void
cq_report_fill(CqAnalysis *analysis)
{
	cq_text_count(&analysis->text);
	cq_report_mentions(analysis);
	cq_report_officials(analysis);
	cq_report_people(analysis);
	report_institutions(analysis);
	cq_report_themes(analysis);
	report_acronyms(analysis);
	cq_report_dates(analysis);
	cq_report_dateline(analysis);
	cq_report_amounts(analysis);
	cq_report_keys(analysis);
}
