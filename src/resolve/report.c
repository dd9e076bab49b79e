/* report.c: fills the report, part by part. */
#include "report.h"

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

void
cq_report_fill(CqAnalysis *analysis)
{
	cq_text_count(&analysis->text);
	cq_report_mentions(analysis);
	cq_report_officials(analysis);
	cq_report_people(analysis);
	cq_report_institutions(analysis);
	cq_report_places(analysis);
	cq_report_themes(analysis);
	cq_report_acronyms(analysis);
	cq_report_dates(analysis);
	cq_report_dateline(analysis);
	cq_report_amounts(analysis);
	cq_report_keys(analysis);
}
