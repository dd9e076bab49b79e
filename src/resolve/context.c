/*
 * context.c: whose country a text speaks from.
 *
 * "le ministre de l'Intérieur" without more is the minister of the country that the text is written
 * in. The caller may say which; else the text is asked. Each sign counts for a country:
 *
 *		the press agency that signs			"RABAT (MAP) -"
 *		the dateline						"Lisbonne -", which a travelling minister's dispatch has too
 *		bodies known to be of one country	"la Chambre des conseillers"
 *		the names of the country, of its people and places
 *
 * and an adjective beside an office counts against: in "la ministre ... et le ministre portugais"
 * it is the other one whose country goes without saying.
 */
#include "bodies.h"

/* What each sign is worth; chosen on the annotated cases, where only the order proved to matter. */
#define WORTH_AGENCY 8.0f
#define WORTH_DATELINE 3.0f
#define WORTH_STATE 2.5f
#define WORTH_BODY 2.0f
#define WORTH_COUNTRY 1.0f
#define WORTH_ADJECTIVE 0.7f
#define WORTH_PLACE 0.5f
#define WORTH_FOREIGN_OFFICE (-4.0f)

/* An agency signs within this many units of the beginning or the end. */
#define SIGNATURE_UNITS 40

/* Countries told apart in one text; further ones are not counted. */
#define COUNTRIES_MAX 64

/* A place where international bodies have their seat counts for its country only with other signs. */
#define WORTH_SEAT_MIN 1.0f

typedef struct Vote
{
	CqString	country;
	float		worth;
	float		beside_dateline;	/* what does not come from the dateline */
} Vote;

typedef struct Poll
{
	CqAnalysis *analysis;
	Vote		votes[COUNTRIES_MAX];
	uint32_t	count;
} Poll;

/* Count a sign for a country. */
static Vote *
vote(Poll *poll, CqString country, float worth)
{
	Vote	   *found = NULL;

	if (country.len != 2)
		return NULL;
	for (uint32_t i = 0; i < poll->count; i++)
	{
		if (cq_string_equal(poll->votes[i].country, country))
			found = &poll->votes[i];
	}
	if (found == NULL && poll->count < COUNTRIES_MAX)
	{
		found = &poll->votes[poll->count++];
		*found = (Vote) {.country = country};
	}
	if (found != NULL)
	{
		found->worth += worth;
		found->beside_dateline += worth;
	}
	return found;
}

/* Count every sense of a unit of one class, sharing the worth among them. */
static void
vote_senses(Poll *poll, const CqUnit *unit, uint32_t class, uint32_t column, float worth)
{
	const CqLexicon *lexicon = poll->analysis->lexicon;
	uint32_t	count = 0;

	for (int pass = 0; pass < 2; pass++)
	{
		for (uint32_t i = 0; i < unit->sense_count; i++)
		{
			const CqSense *sense = &lexicon->tables->senses[unit->senses + i];

			if (sense->class != class)
				continue;
			if (pass == 0)
				count++;
			else
				vote(poll, cq_sense_attribute(lexicon, sense, column), worth / (float) count);
		}
	}
}

/* Is the unit an adjective beside an office ("le ministre portugais de ...")? */
static bool
is_beside_office(const Poll *poll, const CqUnits *units, uint32_t at)
{
	const CqLexicon *lexicon = poll->analysis->lexicon;

	if (at > 0 && cq_unit_is(lexicon, &units->at[at - 1], CQ_CLASS_OFFICES))
		return true;
	return at > 1 && cq_unit_is(lexicon, &units->at[at - 1], CQ_CLASS_ADJ) &&
		cq_unit_is(lexicon, &units->at[at - 2], CQ_CLASS_OFFICES);
}

/* Count what one unit says. */
static void
vote_unit(Poll *poll, const CqUnits *units, uint32_t at)
{
	const CqUnit *unit = &units->at[at];
	const CqLexicon *lexicon = poll->analysis->lexicon;
	bool		signature = at < SIGNATURE_UNITS || at + SIGNATURE_UNITS > units->len;

	if (unit->sense_count == 0)
		return;
	if (signature && cq_unit_is(lexicon, unit, CQ_CLASS_PRESS_AGENCIES))
		vote_senses(poll, unit, CQ_CLASS_PRESS_AGENCIES, CQ_PRESS_AGENCIES_COUNTRY, WORTH_AGENCY);
	if (cq_unit_is(lexicon, unit, CQ_CLASS_COUNTRIES))
		vote_senses(poll, unit, CQ_CLASS_COUNTRIES, CQ_COUNTRIES_ISO,
					cq_unit_is(lexicon, unit, CQ_CLASS_FORMAL) ? WORTH_STATE : WORTH_COUNTRY);
	else if (cq_unit_is(lexicon, unit, CQ_CLASS_NATIONALITIES))
		vote_senses(poll, unit, CQ_CLASS_NATIONALITIES, CQ_NATIONALITIES_ISO,
					is_beside_office(poll, units, at) ? WORTH_FOREIGN_OFFICE : WORTH_ADJECTIVE);
	else if (cq_unit_is(lexicon, unit, CQ_CLASS_INSTITUTIONS))
		vote_senses(poll, unit, CQ_CLASS_INSTITUTIONS, CQ_INSTITUTIONS_COUNTRY, WORTH_BODY);
	else if (cq_unit_is(lexicon, unit, CQ_CLASS_REGIONS))
		vote_senses(poll, unit, CQ_CLASS_REGIONS, CQ_REGIONS_COUNTRY, WORTH_PLACE);
	else if (cq_unit_is(lexicon, unit, CQ_CLASS_CITIES))
		vote_senses(poll, unit, CQ_CLASS_CITIES, CQ_CITIES_COUNTRY, WORTH_PLACE);
}

/* The country with the most votes; none if no sign speaks for any. */
static CqString
winner(const Poll *poll, bool international)
{
	CqString	country = CQ_NONE;
	float		best = 0.0f;

	for (uint32_t i = 0; i < poll->count; i++)
	{
		const Vote *candidate = &poll->votes[i];

		if (candidate->worth <= best || (international && candidate->beside_dateline < WORTH_SEAT_MIN))
			continue;
		best = candidate->worth;
		country = candidate->country;
	}
	return country;
}

/* Does the text speak of international bodies more than of any country's own? */
static bool
is_international(const CqAnalysis *analysis, const CqUnits *units)
{
	int			balance = 0;

	for (uint32_t i = 0; i < units->len; i++)
	{
		const CqSense *sense = cq_unit_sense(analysis->lexicon, &units->at[i], CQ_CLASS_INSTITUTIONS);

		if (sense != NULL)
			balance += cq_string_is(cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_COUNTRY), "INT") ?
				1 : -1;
	}
	return balance > 0;
}

void
cq_resolve_context(CqAnalysis *analysis)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	Poll	   *poll;
	Vote	   *dateline;

	analysis->country = analysis->context->country;
	if (analysis->country.len > 0)
		return;
	poll = cq_arena_zero(analysis->arena, sizeof(Poll));
	poll->analysis = analysis;
	for (uint32_t i = 0; i < units->len; i++)
		vote_unit(poll, units, i);
	dateline = vote(poll, analysis->dateline.country, 0.0f);
	if (dateline != NULL)
		dateline->worth += WORTH_DATELINE;
	analysis->country = winner(poll, is_international(analysis, units));
}
