/*
 * references.c: offices that stand for somebody named elsewhere.
 *
 * "le ministre", "le ministre égyptien", "le chef de l'État", "la responsable" mean the last person
 * before them who holds such an office, and whom gender, number, country and complement do not
 * exclude; where nobody before does, the first after (a title speaks before the text). An office
 * that no person of the text holds stays without a holder: its row has no name.
 */
#include "offices.h"

/* Held offices looked back over, and ahead. */
#define REFERENCE_WINDOW 60

/* Is the complement of `part`, word for word, the beginning of that of `whole`, or absent? */
static bool
complement_fits(const CqAnalysis *analysis, const CqOffice *part, const CqOffice *whole)
{
	uint32_t	len = part->complement.end - part->complement.start;

	if (len == 0)
		return true;
	if (part->body != CQ_NOBODY && part->body == whole->body)
		return true;
	if (len > whole->complement.end - whole->complement.start)
		return false;
	for (uint32_t i = 0; i < len; i++)
	{
		const CqToken *a = &analysis->text.tokens.at[part->complement.start + i];
		const CqToken *b = &analysis->text.tokens.at[whole->complement.start + i];

		if (!cq_string_equal(cq_token_fold(&analysis->text, a), cq_token_fold(&analysis->text, b)))
			return false;
	}
	return true;
}

/* Is the kind one that a country has one of, so that its holder may be called by other names? */
static bool
kind_is_single(CqString kind)
{
	return cq_string_is(kind, "head_of_state") || cq_string_is(kind, "head_of_government");
}

/* Do the two tell different countries? */
static bool
countries_differ(const CqOffice *a, const CqOffice *b)
{
	return a->nationality.len > 0 && b->country.len > 0 && !cq_string_equal(a->nationality, b->country);
}

/* Does one name another's ministry without its portfolio ("chef de la diplomatie")? */
static bool
institution_fits(const CqOffice *office, const CqOffice *held)
{
	return office->complement.end == office->complement.start && office->institution.len > 0 &&
		held->institution.len >= office->institution.len &&
		memcmp(office->institution.bytes, held->institution.bytes, office->institution.len) == 0;
}

/* Can the office, without holder, stand for the holder of the other? */
static bool
office_fits(const CqAnalysis *analysis, const CqOffice *office, const CqOffice *held)
{
	const CqPerson *holder = &analysis->persons.at[held->holder];
	bool		same_head = held->head != NULL && office->head->entry == held->head->entry;

	if (countries_differ(office, held))
		return false;
	if (office->gender != CQ_GENDER_UNKNOWN && holder->gender != CQ_GENDER_UNKNOWN && office->gender != holder->gender)
		return false;
	if (same_head)
		return complement_fits(analysis, office, held);
	if (institution_fits(office, held))
		return true;
	return kind_is_single(office->kind) && cq_string_equal(office->kind, held->kind) &&
		(office->country.len == 0 || cq_string_equal(office->country, held->country));
}

/* The first held office at or after a token, in the order of the text. */
static uint32_t
held_from(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = analysis->held.len;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (analysis->offices.at[analysis->held.at[middle]].at < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The held office that an office without holder refers to; CQ_NOBODY if none does. */
static uint32_t
find_reference(const CqAnalysis *analysis, const CqOffice *office)
{
	uint32_t	from = held_from(analysis, office->at);

	for (uint32_t i = from; i-- > 0 && from - i <= REFERENCE_WINDOW;)
	{
		if (office_fits(analysis, office, &analysis->offices.at[analysis->held.at[i]]))
			return analysis->held.at[i];
	}
	for (uint32_t i = from; i < analysis->held.len && i - from < REFERENCE_WINDOW; i++)
	{
		if (office_fits(analysis, office, &analysis->offices.at[analysis->held.at[i]]))
			return analysis->held.at[i];
	}
	return CQ_NOBODY;
}

void
cq_resolve_references(CqAnalysis *analysis)
{
	for (uint32_t i = 0; i < analysis->offices.len; i++)
	{
		CqOffice   *office = &analysis->offices.at[i];
		uint32_t	held;

		if (office->holder != CQ_NOBODY || office->plural || office->head == NULL)
			continue;
		held = find_reference(analysis, office);
		if (held == CQ_NOBODY)
			continue;
		office->referent = analysis->offices.at[held].holder;
		office->reference = true;
	}
}
