/*
 * officials.c: who holds which office.
 *
 * The rules of the mentions round say which offices stand beside which name; this file carries it
 * out, and lets what is known of one side complete the other: the gender of "la ministre" tells
 * that of the name, the country of the first office that of a second without one.
 */
#include "officials.h"

/* The chunk that a unit of a later round stands for; NULL for a word. */
CqChunk *
cq_unit_chunk(CqAnalysis *analysis, const CqUnit *unit)
{
	return unit->shape == CQ_SHAPE_CHUNK ? &analysis->chunks.at[unit->senses] : NULL;
}

/* The person that a unit names; CQ_NOBODY if it names none. A stretch that may be a name becomes one. */
uint32_t
cq_unit_person(CqAnalysis *analysis, const CqUnit *unit)
{
	CqChunk    *chunk = cq_unit_chunk(analysis, unit);

	if (chunk == NULL)
		return CQ_NOBODY;
	if (chunk->kind == CQ_CHUNK_MAYBE)
	{
		chunk->kind = CQ_CHUNK_NAME;
		return cq_person_of_chunk(analysis, unit->senses);
	}
	return chunk->kind == CQ_CHUNK_NAME ? chunk->referent : CQ_NOBODY;
}

/* The office that a unit names. */
uint32_t
cq_unit_office(CqAnalysis *analysis, const CqUnit *unit)
{
	CqChunk    *chunk = cq_unit_chunk(analysis, unit);

	return chunk != NULL && chunk->kind == CQ_CHUNK_OFFICE ? chunk->referent : CQ_NOBODY;
}

/* Let a person hold an office. */
void
cq_office_give(CqAnalysis *analysis, uint32_t office_number, uint32_t person_number)
{
	CqOffice   *office = &analysis->offices.at[office_number];
	CqPerson   *person = &analysis->persons.at[person_number];

	if (office->holder != CQ_NOBODY)
		return;
	office->holder = person_number;
	person->offices++;
	if (person->gender == CQ_GENDER_UNKNOWN)
		person->gender = office->gender;
}

/* Give all offices of a match to the person it names. */
static void
hold(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	CqSpan		name = cq_candidate_slot(&analysis->found[CQ_ROUND_MENTIONS], candidate, CQ_SLOT_NAME);
	uint32_t	person = cq_unit_person(analysis, &units->at[name.start]);

	if (person == CQ_NOBODY)
		return;
	for (uint32_t i = candidate->span.start; i < candidate->span.end; i++)
	{
		uint32_t	office = cq_unit_office(analysis, &units->at[i]);

		if (office != CQ_NOBODY && !analysis->offices.at[office].plural)
			cq_office_give(analysis, office, person);
	}
}

void
cq_resolve_officials(CqAnalysis *analysis)
{
	const CqCandidates *found = &analysis->found[CQ_ROUND_MENTIONS];

	for (uint32_t i = 0; i < found->all.len; i++)
	{
		if (found->all.at[i].yield == CQ_YIELD_HOLDS)
			hold(analysis, &found->all.at[i]);
	}
}
