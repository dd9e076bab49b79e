/*
 * datelines.c: where and when a dispatch was filed, and by whom.
 *
 * A title may look like a dateline ("Rabat : M. X s'entretient ...") and a letter ends with one
 * ("Fait à Rabat, le ..."), so each shape has a rank and the best wins, the first of equals. The
 * agency stands in the dateline or signs at the end ("/APS", "(MAP)", "AD/MD (AMAP)"). One that
 * several countries share is that of the place, and a town of which there are several lies in the
 * country of the agency.
 */
#include "bodies.h"

#include "writing.h"

/* Tokens at the end of a text among which its signature stands. */
#define SIGNATURE_TOKENS_MAX 24

/* What proves a dateline, by rule; set by order alone. */
enum Rank
{
	RANK_NONE, RANK_TITLE, RANK_DONE, RANK_COLON, RANK_DASH, RANK_DATE, RANK_AGENCY
};

/* The rank that a rule gives. */
static int
rank_of_rule(const char *name)
{
	static const struct
	{
		const char *name;
		int			rank;
	}			RULES[] = {
		{"dateline.agency", RANK_AGENCY}, {"dateline.date", RANK_DATE}, {"dateline.dash", RANK_DASH},
		{"dateline.colon", RANK_COLON}, {"dateline.done", RANK_DONE},
	};

	for (size_t i = 0; i < sizeof(RULES) / sizeof(RULES[0]); i++)
	{
		if (strcmp(RULES[i].name, name) == 0)
			return RULES[i].rank;
	}
	return RANK_NONE;
}

/* The tokens of a slot of a candidate; an empty span if it is not filled. */
static CqSpan
slot_tokens(const CqAnalysis *analysis, const CqCandidate *candidate, uint16_t slot)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	CqSpan		span = cq_candidate_slot(&analysis->found[CQ_ROUND_WORDS], candidate, slot);

	if (span.end == span.start)
		return span;
	return (CqSpan) {units->at[span.start].first, units->at[span.end - 1].end};
}

/* The country of an agency; none for those of several. */
static CqString
agency_country(const CqAnalysis *analysis, const CqSense *sense)
{
	CqString	country = cq_sense_attribute(analysis->lexicon, sense, CQ_PRESS_AGENCIES_COUNTRY);

	return country.len == 2 ? country : CQ_NONE;
}

/* Of the senses of a word, the agency of the text's country, else the first one. */
static const CqSense *
agency_of_word(const CqAnalysis *analysis, uint32_t word)
{
	const CqNode *node = &analysis->lexicon->tables->nodes[word];
	CqString	country = analysis->dateline.country.len > 0 ? analysis->dateline.country :
		analysis->context->country;
	const CqSense *first = NULL;

	for (uint32_t i = 0; i < node->sense_count[CQ_NEED_EXACT]; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[node->senses + i];

		if (sense->class != CQ_CLASS_PRESS_AGENCIES)
			continue;
		if (country.len > 0 && cq_string_equal(agency_country(analysis, sense), country))
			return sense;
		if (first == NULL)
			first = sense;
	}
	return first;
}

/* The press agency that a token names whatever its letter case; NULL if none. */
static const CqSense *
agency_sense(const CqAnalysis *analysis, uint32_t token)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, token);
	uint32_t	word = analysis->text.words[token];
	const CqSense *sense;

	if (word != UINT32_MAX && (sense = agency_of_word(analysis, word)) != NULL)
		return sense;
	return at < units->len && units->at[at].first == token ?
		cq_unit_sense(analysis->lexicon, &units->at[at], CQ_CLASS_PRESS_AGENCIES) : NULL;
}

/* The first agency named among tokens. */
static const CqSense *
agency_among(const CqAnalysis *analysis, CqSpan tokens, uint32_t *where)
{
	for (uint32_t at = tokens.start; at < tokens.end; at++)
	{
		const CqSense *sense = agency_sense(analysis, at);

		*where = at;
		if (sense != NULL)
			return sense;
	}
	return NULL;
}

/* How an agency is called in short: its letters, else the shorter of its names. */
static CqString
agency_name(const CqAnalysis *analysis, const CqSense *sense)
{
	CqString	name = cq_sense_attribute(analysis->lexicon, sense, CQ_PRESS_AGENCIES_ACRONYMS);
	CqString	variants = cq_sense_attribute(analysis->lexicon, sense, CQ_PRESS_AGENCIES_VARIANTS);
	const char *bar;

	if (name.len == 0)
		name = variants.len > 0 ? variants : cq_sense_canonical(analysis->lexicon, sense);
	bar = memchr(name.bytes, '|', name.len);
	if (bar != NULL)
		name.len = (uint32_t) (bar - name.bytes);
	return name;
}

/* Does a sentence end on the line that goes on from a token? A title's does not. */
static bool
line_has_sentence(const CqAnalysis *analysis, uint32_t token)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	for (uint32_t at = cq_unit_at(units, token); at < units->len && units->at[at].shape != CQ_SHAPE_BREAK; at++)
	{
		if (units->at[at].shape == CQ_SHAPE_STOP)
			return true;
	}
	return false;
}

/* How much a candidate proves. */
static int
candidate_rank(const CqAnalysis *analysis, const CqCandidate *candidate)
{
	int			rank = rank_of_rule(cq_rule_name(analysis->grammar, candidate->rule));
	CqSpan		agency = slot_tokens(analysis, candidate, CQ_SLOT_AGENCY);
	CqSpan		place = slot_tokens(analysis, candidate, CQ_SLOT_PLACE);
	uint32_t	where;

	if (rank == RANK_AGENCY && agency_among(analysis, agency, &where) == NULL)
		return RANK_NONE;
	if (rank == RANK_DATE && cq_span_sense(analysis, place, CQ_CLASS_CITIES) == NULL &&
		cq_span_country(analysis, place).len == 0 && place.end - place.start > 1)
		return RANK_NONE;		/* "Ahmed Alaoui, le 12 mars 2024" signs a letter */
	if ((rank == RANK_DASH || rank == RANK_COLON) && !line_has_sentence(analysis, place.end))
		return rank == RANK_DASH ? RANK_TITLE : RANK_NONE;
	return rank;
}

/* The best candidate; NULL if there is none. */
static const CqCandidate *
best_candidate(const CqAnalysis *analysis)
{
	const CqCandidates *found = &analysis->found[CQ_ROUND_WORDS];
	const CqCandidate *best = NULL;
	int			best_rank = RANK_NONE;

	for (uint32_t i = 0; i < found->all.len; i++)
	{
		const CqCandidate *candidate = &found->all.at[i];
		int			rank;

		if (candidate->yield != CQ_YIELD_DATELINE)
			continue;
		rank = candidate_rank(analysis, candidate);
		if (rank > best_rank || (rank == best_rank && best != NULL && candidate->span.start < best->span.start))
		{
			best = candidate;
			best_rank = rank;
		}
	}
	return best;
}

/* The town that a unit names: of several the one in the country, else the first. */
static const CqSense *
town_sense(const CqAnalysis *analysis, const CqUnit *unit, CqString country)
{
	const CqSense *first = NULL;

	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + i];

		if (sense->class != CQ_CLASS_CITIES)
			continue;
		if (country.len > 0 &&
			cq_string_equal(cq_sense_attribute(analysis->lexicon, sense, CQ_CITIES_COUNTRY), country))
			return sense;
		if (first == NULL)
			first = sense;
	}
	return first;
}

/* Does one of the agencies of that signature belong to the country? */
static bool
agency_serves(const CqAnalysis *analysis, uint32_t token, CqString country)
{
	uint32_t	word = analysis->text.words[token];
	const CqNode *node;

	if (word == UINT32_MAX)
		return false;
	node = &analysis->lexicon->tables->nodes[word];
	for (uint32_t i = 0; i < node->sense_count[CQ_NEED_EXACT]; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[node->senses + i];

		if (sense->class == CQ_CLASS_PRESS_AGENCIES && cq_string_equal(agency_country(analysis, sense), country))
			return true;
	}
	return false;
}

/* The country by which to choose among towns of one name: that of the caller, else of the agency. */
static CqString
deciding_country(const CqAnalysis *analysis, const CqUnit *unit)
{
	CqSpan		agency = analysis->dateline_spans.agency;

	if (analysis->context->country.len > 0 || agency.end == agency.start)
		return analysis->context->country;
	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + i];
		CqString	country;

		if (sense->class != CQ_CLASS_CITIES)
			continue;
		country = cq_sense_attribute(analysis->lexicon, sense, CQ_CITIES_COUNTRY);
		if (agency_serves(analysis, agency.start, country))
			return country;
	}
	return CQ_NONE;
}

/* Fill in the place. */
static void
resolve_place(CqAnalysis *analysis, CqSpan place)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	const CqUnit *unit = &units->at[cq_unit_at(units, place.start)];
	const CqSense *sense = unit->end == place.end ? town_sense(analysis, unit, deciding_country(analysis, unit)) : NULL;

	analysis->dateline_spans.place = place;
	if (sense == NULL)
	{
		analysis->dateline.place = cq_write_name(analysis, place);
		analysis->dateline.country = cq_span_country(analysis, place);
		return;
	}
	analysis->dateline.place = cq_sense_canonical(analysis->lexicon, sense);
	analysis->dateline.country = cq_sense_attribute(analysis->lexicon, sense, CQ_CITIES_COUNTRY);
}

/* Is the token set off as a signature is: by a bracket, a slash, or the ends of its line? */
static bool
token_signs(const CqAnalysis *analysis, uint32_t token)
{
	const CqToken *tokens = analysis->text.tokens.at;

	if (cq_token_is(analysis, token - 1, "/") || cq_token_is(analysis, token + 1, "/"))
		return true;
	if (cq_token_is(analysis, token - 1, "(") && cq_token_is(analysis, token + 1, ")"))
		return true;
	return tokens[token - 1].shape == CQ_SHAPE_BREAK && tokens[token + 1].shape == CQ_SHAPE_BREAK;
}

/* The agency that signs at the end of the text. */
static const CqSense *
signature_sense(const CqAnalysis *analysis, uint32_t *where)
{
	uint32_t	len = analysis->text.tokens.len;
	uint32_t	stop = len > SIGNATURE_TOKENS_MAX ? len - SIGNATURE_TOKENS_MAX : 1;

	for (uint32_t at = len - 1; at-- > stop;)
	{
		const CqSense *sense = token_signs(analysis, at) ? agency_sense(analysis, at) : NULL;

		*where = at;
		if (sense != NULL)
			return sense;
	}
	return NULL;
}

/* Fill in the agency. */
static void
resolve_agency(CqAnalysis *analysis)
{
	CqSpan		span = analysis->dateline_spans.agency;
	uint32_t	where = 0;
	const CqSense *sense = agency_among(analysis, span, &where);

	if (sense == NULL)
		sense = signature_sense(analysis, &where);
	if (sense == NULL)
		return;
	analysis->dateline_spans.agency = (CqSpan) {where, where + 1};
	analysis->dateline.agency = agency_name(analysis, sense);
	if (analysis->dateline.country.len == 0)
		analysis->dateline.country = agency_country(analysis, sense);
}

void
cq_resolve_dateline(CqAnalysis *analysis)
{
	const CqCandidate *best = best_candidate(analysis);

	analysis->dateline.date = CQ_NO_DATE;
	if (best == NULL)
		return;
	analysis->has_dateline = true;
	analysis->dateline_spans.date = slot_tokens(analysis, best, CQ_SLOT_DATE);
	analysis->dateline_spans.agency = slot_tokens(analysis, best, CQ_SLOT_AGENCY);
	resolve_place(analysis, slot_tokens(analysis, best, CQ_SLOT_PLACE));
	resolve_agency(analysis);
}
