/*
 * officials.c: who holds which office.
 *
 * The rules of the mentions round say which offices stand beside which name; this file carries it
 * out, and lets what is known of one side complete the other: the gender of "la ministre" tells
 * that of the name, the country of the first office that of a second without one.
 */
#include "officials.h"

/* Counterparts told apart in one phrase ("ses homologues burkinabè et nigérien"). */
#define COUNTERPARTS_MAX 8

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

/* The person in a slot of a match. */
static uint32_t
slot_person(CqAnalysis *analysis, const CqCandidate *candidate, uint16_t slot)
{
	CqSpan		span = cq_candidate_slot(&analysis->found[CQ_ROUND_MENTIONS], candidate, slot);

	return span.end > span.start ? cq_unit_person(analysis, &analysis->units[CQ_ROUND_MENTIONS].at[span.start]) :
		CQ_NOBODY;
}

/*
 * Are the offices of the match a sovereign's ("Sa Majesté le Roi, chef suprême des armées, le général
 * X"), so that the person named with a rank behind them is another?
 */
static bool
match_is_royal(const CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	CqSpan		name = cq_candidate_slot(&analysis->found[CQ_ROUND_MENTIONS], candidate, CQ_SLOT_NAME);
	uint32_t	before = candidate->span.start;
	const CqChunk *chunk = &analysis->chunks.at[units->at[name.start].senses];

	if (before < 2 || cq_chunk_slot(analysis, chunk, CQ_SLOT_TITLE).end == 0)
		return false;
	return cq_unit_is(analysis->lexicon, &units->at[before - 2], CQ_CLASS_CIVILITIES_ROYAL);
}

/* Give all offices of a match to the person it names. */
static void
hold(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	uint32_t	person;

	if (match_is_royal(analysis, candidate))
		return;
	person = slot_person(analysis, candidate, CQ_SLOT_NAME);

	for (uint32_t i = candidate->span.start; person != CQ_NOBODY && i < candidate->span.end; i++)
	{
		uint32_t	office = cq_unit_office(analysis, &units->at[i]);

		if (office != CQ_NOBODY && !analysis->offices.at[office].plural)
			cq_office_give(analysis, office, person);
	}
}

/* Copy an office for another holder. */
static uint32_t
office_copy(CqAnalysis *analysis, uint32_t number)
{
	CqOffice	copy = analysis->offices.at[number];

	copy.holder = CQ_NOBODY;
	*cq_list_add(analysis->arena, &analysis->offices) = copy;
	return analysis->offices.len - 1;
}

/* Give every person of a match every office of it, each a copy in the singular. */
static void
share(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];

	for (uint32_t i = candidate->span.start; i < candidate->span.end; i++)
	{
		uint32_t	office = cq_unit_office(analysis, &units->at[i]);

		for (uint32_t j = candidate->span.start; office != CQ_NOBODY && j < candidate->span.end; j++)
		{
			uint32_t	person = cq_unit_person(analysis, &units->at[j]);

			if (person != CQ_NOBODY)
			{
				uint32_t	own = office_copy(analysis, office);

				cq_office_singular(analysis, own, analysis->persons.at[person].gender);
				cq_office_give(analysis, own, person);
			}
		}
	}
}

/* The first office of a match. */
static uint32_t
office_within(CqAnalysis *analysis, CqSpan span)
{
	for (uint32_t i = span.start; i < span.end; i++)
	{
		uint32_t	office = cq_unit_office(analysis, &analysis->units[CQ_ROUND_MENTIONS].at[i]);

		if (office != CQ_NOBODY)
			return office;
	}
	return CQ_NOBODY;
}

/* Does the unit part two items of a row: a comma or "et"? */
static bool
unit_joins(const CqAnalysis *analysis, const CqUnit *unit)
{
	return cq_token_is(analysis, unit->first, ",") || cq_token_is(analysis, unit->first, "et");
}

/* Give a person a copy of an office, with another complement if there is one. */
static void
give_spread(CqAnalysis *analysis, uint32_t office, uint32_t person, CqSpan complement)
{
	uint32_t	own = office_copy(analysis, office);

	cq_office_singular(analysis, own, analysis->persons.at[person].gender);
	if (complement.end > complement.start)
		cq_office_complement(analysis, own, complement);
	cq_office_give(analysis, own, person);
}

/* Give the first person of a match its first office, and so on. */
static void
pair(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	uint32_t	next = candidate->span.start;

	for (uint32_t i = candidate->span.start; i < candidate->span.end; i++)
	{
		uint32_t	person = cq_unit_person(analysis, &units->at[i]);

		while (person != CQ_NOBODY && next < candidate->span.end)
		{
			uint32_t	office = cq_unit_office(analysis, &units->at[next++]);

			if (office != CQ_NOBODY)
			{
				cq_office_give(analysis, office, person);
				break;
			}
		}
	}
}

/*
 * Give persons an office that is written once, in the plural, with a complement for each:
 * "MM. A et B, respectivement ambassadeurs de Pologne et du Ghana".
 */
static void
spread(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	CqSpan		rest = cq_candidate_slot(&analysis->found[CQ_ROUND_MENTIONS], candidate, CQ_SLOT_REST);
	uint32_t	office = office_within(analysis, candidate->span);
	uint32_t	at = rest.start;
	bool		first = true;

	for (uint32_t i = candidate->span.start; office != CQ_NOBODY && i < rest.start; i++)
	{
		uint32_t	person = cq_unit_person(analysis, &units->at[i]);
		uint32_t	from;

		if (person == CQ_NOBODY)
			continue;
		from = at;
		while (!first && at < rest.end && (at == from || !unit_joins(analysis, &units->at[at])))
			at++;
		give_spread(analysis, office, person, first ? (CqSpan) {0, 0} :
					(CqSpan) {units->at[from + 1].first, units->at[at - 1].end});
		first = false;
	}
}

/* Offices looked back over for the one that a counterpart or successor has too. */
#define OFFICES_WINDOW 64

/* The last office given to somebody before a token; CQ_NOBODY if none was. */
static uint32_t
office_before(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	best = CQ_NOBODY;
	uint32_t	seen = 0;

	for (uint32_t i = analysis->offices.len; i-- > 0 && seen < OFFICES_WINDOW;)
	{
		const CqOffice *office = &analysis->offices.at[i];

		if (office->at >= token || office->holder == CQ_NOBODY)
			continue;
		seen++;
		if (best == CQ_NOBODY || office->at > analysis->offices.at[best].at)
			best = i;
	}
	return best;
}

/*
 * The office of whoever a sentence begins with: the last one of the person who is the first in it
 * to hold any. In "Le ministre des Affaires étrangères, X, s'est entretenu avec son homologue" it is the
 * one that the homologue has too. CQ_NOBODY if the sentence names no official before the token.
 */
static uint32_t
office_of_subject(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	start = cq_sentence_start(analysis, token);
	uint32_t	subject = CQ_NOBODY;
	uint32_t	last = CQ_NOBODY;
	uint32_t	seen = 0;

	for (uint32_t i = analysis->offices.len; i-- > 0 && seen < OFFICES_WINDOW;)
	{
		const CqOffice *office = &analysis->offices.at[i];

		if (office->at >= token || office->holder == CQ_NOBODY)
			continue;
		seen++;
		if (office->at >= start && (subject == CQ_NOBODY || office->at < analysis->offices.at[subject].at))
			subject = i;
	}
	for (uint32_t i = subject; subject != CQ_NOBODY && i < analysis->offices.len && i < subject + 8; i++)
	{
		const CqOffice *office = &analysis->offices.at[i];

		if (office->holder == analysis->offices.at[subject].holder && office->at < token)
			last = i;
	}
	return last;
}

/* The number-th country told by adjectives in a match; the only one, if there is but one. */
static CqString
match_country(const CqAnalysis *analysis, const CqCandidate *candidate, uint32_t number)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	CqString	countries[COUNTERPARTS_MAX];
	uint32_t	count = 0;

	for (uint32_t i = candidate->span.start; i < candidate->span.end && count < COUNTERPARTS_MAX; i++)
	{
		if (cq_unit_is(analysis->lexicon, &units->at[i], CQ_CLASS_NATIONALITIES))
			countries[count++] = cq_unit_country(analysis, &units->at[i]);
	}
	if (count == 0)
		return CQ_NONE;
	return number < count ? countries[number] : countries[0];
}

/* Give each person named the office of the counterpart, with the country that the match tells. */
static void
counterpart(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	uint32_t	token = units->at[candidate->span.start].first;
	uint32_t	office = office_of_subject(analysis, token);
	uint32_t	number = 0;

	if (office == CQ_NOBODY)
		office = office_before(analysis, token);
	for (uint32_t i = candidate->span.start; office != CQ_NOBODY && i < candidate->span.end; i++)
	{
		uint32_t	person = cq_unit_person(analysis, &units->at[i]);
		uint32_t	own;

		if (person == CQ_NOBODY)
			continue;
		own = office_copy(analysis, office);
		analysis->offices.at[own].at = units->at[i].first;
		cq_office_singular(analysis, own, analysis->persons.at[person].gender);
		cq_office_of_counterpart(analysis, own, match_country(analysis, candidate, number++));
		cq_office_give(analysis, own, person);
	}
}

/* Give the person named the office given last, as its former holder. */
static void
same(CqAnalysis *analysis, const CqCandidate *candidate)
{
	uint32_t	person = slot_person(analysis, candidate, CQ_SLOT_NAME);
	uint32_t	office = office_before(analysis, analysis->units[CQ_ROUND_MENTIONS].at[candidate->span.start].first);

	if (person != CQ_NOBODY && office != CQ_NOBODY)
		give_spread(analysis, office, person, (CqSpan) {0, 0});
}

/* Let the person named preside over the body of the match. */
static void
head(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	CqSpan		body = cq_candidate_slot(&analysis->found[CQ_ROUND_MENTIONS], candidate, CQ_SLOT_BODY);
	uint32_t	person = slot_person(analysis, candidate, CQ_SLOT_NAME);

	if (person != CQ_NOBODY && body.end > body.start)
		cq_office_preside(analysis, units->at[body.start].senses, person);
}

/* What each yield does. */
static const struct
{
	uint16_t	yield;
	void		(*carry_out) (CqAnalysis *analysis, const CqCandidate *candidate);
}			YIELDS[] = {
	{CQ_YIELD_SPREAD, spread},
	{CQ_YIELD_PAIR, pair},
	{CQ_YIELD_APPOSITION, hold},
	{CQ_YIELD_HOLDS, hold},
	{CQ_YIELD_SHARE, share},
	{CQ_YIELD_HEADS, head},
	{CQ_YIELD_COUNTERPART, counterpart},
	{CQ_YIELD_SAME, same},
};

void
cq_resolve_officials(CqAnalysis *analysis)
{
	const CqCandidates *found = &analysis->found[CQ_ROUND_MENTIONS];

	for (size_t i = 0; i < sizeof(YIELDS) / sizeof(YIELDS[0]); i++)
	{
		for (uint32_t j = 0; j < found->all.len; j++)
		{
			if (found->all.at[j].yield == YIELDS[i].yield)
				YIELDS[i].carry_out(analysis, &found->all.at[j]);
		}
	}
}
