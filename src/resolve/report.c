/*
 * report.c: from what was resolved to rows.
 */
#include "officials.h"

#include "writing.h"

/* Count characters up to a byte; calls must come with rising offsets, so that the whole is linear. */
typedef struct Counter
{
	const char *bytes;
	uint32_t	at;				/* byte reached */
	uint32_t	characters;		/* characters before it */
} Counter;

/* Characters before a byte. */
static uint32_t
count_to(Counter *counter, uint32_t byte)
{
	if (byte < counter->at)
		counter->at = counter->characters = 0;
	counter->characters += cq_utf8_count(counter->bytes + counter->at, byte - counter->at);
	counter->at = byte;
	return counter->characters;
}

/* Where tokens stand, in characters. */
static CqPlaceInText
place_of(const CqAnalysis *analysis, Counter *counter, CqSpan tokens)
{
	CqPlaceInText place;
	uint32_t	start = analysis->text.tokens.at[tokens.start].start;
	uint32_t	end = analysis->text.tokens.at[tokens.end - 1].end;

	place.start = count_to(counter, start) + 1;
	place.surface = (CqString) {analysis->text.body.bytes + start, end - start};
	place.length = cq_utf8_count(place.surface.bytes, place.surface.len);
	return place;
}

typedef struct Rows
{
	CqAnalysis *analysis;
	Counter		counter;
	CQ_LIST(CqMentionRow) mentions;
	CQ_LIST(CqOfficialRow) officials;
	CQ_LIST(CqInstitutionRow) institutions;
	CQ_LIST(CqPersonRow) people;
	CQ_LIST(CqPlaceRow) places;
	CQ_LIST(CqDateRow) dates;
	CQ_LIST(CqAcronymRow) acronyms;
} Rows;

/* How users read a kind. */
static CqString
kind_name(CqMentionKind kind)
{
	static const char *const NAMES[] = {
#define CQ_KIND(symbol, name) name,
#include "../base/kinds.def"
	};

	return cq_string(NAMES[kind]);
}

/* How users read what made a mention. */
static CqString
rule_name(const CqAnalysis *analysis, uint16_t rule)
{
	if (rule == CQ_RULE_ACRONYM)
		return cq_string("acronym");
	if (rule == CQ_RULE_ECHO)
		return cq_string("echo");
	return cq_string(cq_rule_name(analysis->grammar, rule));
}

/* Add a mention. */
static CqMentionRow *
add_mention(Rows *rows, const CqChunk *chunk, CqSpan tokens, CqMentionKind kind)
{
	CqMentionRow *row = cq_list_add(rows->analysis->arena, &rows->mentions);

	row->where = place_of(rows->analysis, &rows->counter, tokens);
	row->kind = kind_name(kind);
	row->rule = rule_name(rows->analysis, chunk->rule);
	return row;
}

/* The name with the civility that is kept with it: "M. Laftit", but not "Dr" nor a rank. */
static CqSpan
name_span(const CqAnalysis *analysis, const CqChunk *chunk)
{
	CqSpan		civ = cq_chunk_slot(analysis, chunk, CQ_SLOT_CIV);
	CqSpan		title = cq_chunk_slot(analysis, chunk, CQ_SLOT_TITLE);
	CqSpan		name = cq_chunk_slot(analysis, chunk, CQ_SLOT_NAME);

	(void) civ;
	if (title.end > title.start && name.end > name.start)
		return name;
	return chunk->tokens;
}

/* Rows of a name. */
static void
report_name(Rows *rows, const CqChunk *chunk)
{
	const CqPerson *person = &rows->analysis->persons.at[chunk->referent];
	CqMentionRow *row = add_mention(rows, chunk, name_span(rows->analysis, chunk),
									person->offices > 0 ? CQ_KIND_OFFICIAL : CQ_KIND_PERSON);

	row->entity = (int32_t) chunk->referent + 1;
	row->canonical = person->name;
	row->confidence = person->confidence;
}

/* Rows of the other chunks. */
static void
report_chunk(Rows *rows, const CqChunk *chunk)
{
	CqAnalysis *analysis = rows->analysis;
	CqMentionRow *row;

	switch (chunk->kind)
	{
		case CQ_CHUNK_NAME:
			report_name(rows, chunk);
			break;
		case CQ_CHUNK_OFFICE:
			if (chunk->referent == CQ_NOBODY)
				break;
			row = add_mention(rows, chunk, chunk->tokens, CQ_KIND_ROLE);
			row->canonical = analysis->offices.at[chunk->referent].role;
			break;
		case CQ_CHUNK_INSTITUTION:
			row = add_mention(rows, chunk, chunk->tokens, CQ_KIND_INSTITUTION);
			row->canonical = analysis->bodies.at[chunk->referent].name;
			break;
		case CQ_CHUNK_NATIONALITY:
			row = add_mention(rows, chunk, chunk->tokens, CQ_KIND_NATIONALITY);
			row->canonical = cq_span_country(analysis, chunk->tokens);
			break;
		case CQ_CHUNK_PLACE:
			if (chunk->parent != CQ_NOBODY)
				break;
			row = add_mention(rows, chunk, chunk->tokens, CQ_KIND_PLACE);
			row->canonical = cq_write_stretch(analysis, chunk->tokens);
			break;
		case CQ_CHUNK_DATE:
			if (chunk->referent == CQ_NOBODY)
				break;
			add_mention(rows, chunk, chunk->tokens, CQ_KIND_DATE);
			break;
		default:
			break;
	}
}

/* Rows of offices, and of the persons who hold them. */
static void
report_officials(Rows *rows)
{
	CqAnalysis *analysis = rows->analysis;

	for (uint32_t i = 0; i < analysis->offices.len; i++)
	{
		const CqOffice *office = &analysis->offices.at[i];
		CqOfficialRow *row;

		if (office->holder == CQ_NOBODY)
			continue;
		row = cq_list_add(analysis->arena, &rows->officials);
		row->official = analysis->persons.at[office->holder].name;
		row->role = office->role;
		row->role_kind = office->kind;
		row->institution = office->institution;
		row->country = office->country;
		row->gender = analysis->persons.at[office->holder].gender == CQ_GENDER_M ? cq_string("m") :
			analysis->persons.at[office->holder].gender == CQ_GENDER_F ? cq_string("f") : CQ_NONE;
		row->confidence = office->confidence;
	}
}

/* Rows of institutions. */
static void
report_institutions(Rows *rows)
{
	for (uint32_t i = 0; i < rows->analysis->bodies.len; i++)
	{
		const CqBody *body = &rows->analysis->bodies.at[i];
		CqInstitutionRow *row;

		if (!body->counted)
			continue;
		row = cq_list_add(rows->analysis->arena, &rows->institutions);
		row->institution = body->name;
		row->kind = body->kind;
		row->acronym = body->acronym;
		row->country = body->country;
		row->mentions = (int32_t) body->mentions;
		row->confidence = body->confidence;
	}
}

/* Rows of persons without office. */
static void
report_people(Rows *rows)
{
	for (uint32_t i = 0; i < rows->analysis->persons.len; i++)
	{
		const CqPerson *person = &rows->analysis->persons.at[i];
		CqPersonRow *row;

		if (person->offices > 0)
			continue;
		row = cq_list_add(rows->analysis->arena, &rows->people);
		row->person = person->name;
		row->confidence = person->confidence;
	}
}

/* Rows of acronyms. */
static void
report_acronyms(Rows *rows)
{
	for (uint32_t i = 0; i < rows->analysis->acronyms.len; i++)
	{
		const CqAcronym *pair = &rows->analysis->acronyms.at[i];
		CqAcronymRow *row = cq_list_add(rows->analysis->arena, &rows->acronyms);

		row->where = place_of(rows->analysis, &rows->counter, pair->acronym);
		row->acronym = row->where.surface;
		row->expansion = cq_write_stretch(rows->analysis, pair->expansion);
	}
}

void
cq_report_fill(CqAnalysis *analysis)
{
	Rows	   *rows = cq_arena_zero(analysis->arena, sizeof(Rows));
	CqReport   *report = analysis->report;

	rows->analysis = analysis;
	rows->counter.bytes = analysis->text.body.bytes;
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
		report_chunk(rows, &analysis->chunks.at[i]);
	report_officials(rows);
	report_institutions(rows);
	report_people(rows);
	report_acronyms(rows);
	report->mentions = rows->mentions.at;
	report->mention_count = rows->mentions.len;
	report->officials = rows->officials.at;
	report->official_count = rows->officials.len;
	report->institutions = rows->institutions.at;
	report->institution_count = rows->institutions.len;
	report->people = rows->people.at;
	report->person_count = rows->people.len;
	report->acronyms = rows->acronyms.at;
	report->acronym_count = rows->acronyms.len;
	cq_report_dates(analysis);
	cq_report_dateline(analysis);
	cq_report_amounts(analysis);
}
