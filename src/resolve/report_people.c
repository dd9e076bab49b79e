/*
 * report_people.c: rows of officials, offices without holder, and persons without office.
 */
#include "report.h"

typedef CQ_LIST(CqOfficialRow) Officials;

/* How often and where first somebody is named or referred to. */
typedef struct Naming
{
	int32_t		count;
	uint32_t	first;			/* token */
} Naming;

/* Note one more naming. */
static void
note_naming(Naming *naming, uint32_t token)
{
	if (naming->count++ == 0 || token < naming->first)
		naming->first = token;
}

/* Count names and references of every person. */
static Naming *
count_persons(CqAnalysis *analysis)
{
	Naming	   *namings = cq_arena_zero(analysis->arena, (analysis->persons.len + 1) * sizeof(Naming));

	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->kind == CQ_CHUNK_NAME && chunk->referent != CQ_NOBODY)
			note_naming(&namings[chunk->referent], chunk->tokens.start);
	}
	for (uint32_t i = 0; i < analysis->offices.len; i++)
	{
		const CqOffice *office = &analysis->offices.at[i];

		if (office->holder == CQ_NOBODY && office->reference)
			note_naming(&namings[office->referent], office->at);
	}
	return namings;
}

/* Is the office without holder one that says enough by itself: a body, a country, a single one? */
static bool
office_stands_alone(const CqAnalysis *analysis, const CqOffice *office)
{
	if (office->reference || office->plural || !office->definite ||
		analysis->chunks.at[office->chunk].parent != CQ_NOBODY)
		return false;
	return office->complement.end > office->complement.start || office->institution.len > 0 ||
		cq_string_is(office->kind, "head_of_government") || cq_string_is(office->kind, "royalty") ||
		(cq_string_is(office->kind, "head_of_state") && !cq_office_wants_body(analysis, office));
}

/* Add the row of an office. */
static CqOfficialRow *
add_official(CqAnalysis *analysis, Officials *rows, const CqOffice *office)
{
	CqOfficialRow *row = cq_list_add(analysis->arena, rows);

	row->role = office->role;
	row->role_kind = office->kind;
	row->institution = office->institution;
	row->country = office->country;
	row->confidence = office->confidence;
	return row;
}

/* Add the row of an office without holder, or count it with the one that is there already. */
static void
add_nameless(CqAnalysis *analysis, Officials *rows, uint32_t first, const CqOffice *office)
{
	CqOfficialRow *row;

	for (uint32_t i = first; i < rows->len; i++)
	{
		if (cq_string_equal(rows->at[i].role, office->role) && cq_string_equal(rows->at[i].country, office->country))
		{
			rows->at[i].mentions++;
			return;
		}
	}
	row = add_official(analysis, rows, office);
	row->gender = cq_gender_name(office->gender);
	row->mentions = 1;
	row->start = cq_report_place(analysis, (CqSpan) {office->at, office->at + 1}).start;
}

/* Does the holder have a row of the same office already (named twice)? */
static bool
office_is_repeated(const CqAnalysis *analysis, const Officials *rows, const CqOffice *office)
{
	uint32_t	from = rows->len > 8 ? rows->len - 8 : 0;

	for (uint32_t i = from; i < rows->len; i++)
	{
		if (cq_string_equal(rows->at[i].role, office->role) &&
			rows->at[i].official.bytes == analysis->persons.at[office->holder].name.bytes)
			return true;
	}
	return false;
}

/* Nameless offices compared with each other; a text with more repeats itself. */
#define NAMELESS_MAX 300

void
cq_report_officials(CqAnalysis *analysis)
{
	Officials	rows = {0};
	const Naming *namings = count_persons(analysis);
	uint32_t	first;

	for (uint32_t i = 0; i < analysis->held.len; i++)
	{
		const CqOffice *office = &analysis->offices.at[analysis->held.at[i]];
		CqOfficialRow *row;

		if (office_is_repeated(analysis, &rows, office))
			continue;
		row = add_official(analysis, &rows, office);
		row->official = analysis->persons.at[office->holder].name;
		row->gender = cq_gender_name(analysis->persons.at[office->holder].gender);
		row->mentions = namings[office->holder].count;
		row->start = cq_report_place(analysis, (CqSpan) {namings[office->holder].first, namings[office->holder].first + 1}).start;
	}
	first = rows.len;
	for (uint32_t i = 0; i < analysis->offices.len && rows.len - first < NAMELESS_MAX; i++)
	{
		const CqOffice *office = &analysis->offices.at[i];

		if (office->holder == CQ_NOBODY && office_stands_alone(analysis, office))
			add_nameless(analysis, &rows, first, office);
	}
	analysis->report->officials = rows.at;
	analysis->report->official_count = rows.len;
}

void
cq_report_people(CqAnalysis *analysis)
{
	CQ_LIST(CqPersonRow) rows = {0};
	const Naming *namings = count_persons(analysis);

	for (uint32_t i = 0; i < analysis->persons.len; i++)
	{
		const CqPerson *person = &analysis->persons.at[i];
		CqPersonRow *row;

		if (person->offices > 0)
			continue;
		row = cq_list_add(analysis->arena, &rows);
		row->person = person->name;
		row->gender = cq_gender_name(person->gender);
		row->mentions = namings[i].count;
		row->start = cq_report_place(analysis, (CqSpan) {namings[i].first, namings[i].first + 1}).start;
		row->confidence = person->confidence;
	}
	analysis->report->people = rows.at;
	analysis->report->person_count = rows.len;
}
