/*
 * amounts.c: what amounts are worth, and in what.
 *
 *		près de 1,2 MMDH		1200000000 MAD, about
 *		2 000 à 3 000 personnes		2000 to 3000 "personnes"
 *		+3,8 %					3.8, per cent
 *
 * Money, shares and measures are chunks; what merely counts is taken from the candidates of its
 * rule, where no chunk of another kind stands.
 */
#include "bodies.h"
#include "numbers.h"

#include <stdlib.h>

#include "writing.h"

/* The unit that makes a number a share of a hundred. */
#define UNIT_PERCENT "pour cent"

/* Does a cell of countries ("BF BJ CI") name this one? */
static bool
cell_names(CqString cell, CqString country)
{
	for (uint32_t i = 0; country.len == 2 && i + 2 <= cell.len; i += 3)
	{
		if (memcmp(cell.bytes + i, country.bytes, 2) == 0)
			return true;
	}
	return false;
}

/* The currency that a unit names: of several the one of the text's country, else the first. */
static CqString
unit_currency(const CqAnalysis *analysis, const CqUnit *unit)
{
	CqString	first = CQ_NONE;

	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + i];
		CqString	iso;

		if (sense->class != CQ_CLASS_CURRENCIES)
			continue;
		iso = cq_sense_attribute(analysis->lexicon, sense, CQ_CURRENCIES_ISO);
		if (cell_names(cq_sense_attribute(analysis->lexicon, sense, CQ_CURRENCIES_COUNTRY), analysis->country))
			return iso;
		if (first.len == 0)
			first = iso;
	}
	return first;
}

/* What an amount counts: a currency, a unit of the lexicon, or the noun as written. */
static void
read_unit(const CqAnalysis *analysis, CqSpan tokens, CqAmount *amount)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	const CqUnit *unit = &units->at[cq_unit_at(units, tokens.start)];
	const CqSense *sense = cq_unit_sense(analysis->lexicon, unit, CQ_CLASS_UNITS);

	amount->currency = unit_currency(analysis, unit);
	if (amount->currency.len > 0)
		return;
	if (sense == NULL)
	{
		amount->unit = cq_write_stretch((CqAnalysis *) analysis, tokens);
		return;
	}
	amount->unit = cq_sense_canonical(analysis->lexicon, sense);
	amount->percent = cq_string_is(amount->unit, UNIT_PERCENT);
}

/* Read the two ends. "3 à 5 milliards": what multiplies the second multiplies the first. */
static bool
read_values(const CqAnalysis *analysis, CqSpan value, CqSpan to, CqAmount *amount)
{
	CqNumber	number;
	CqNumber	last;

	if (!cq_number_read(analysis, value, &number))
		return false;
	amount->value = number.value;
	amount->approx = amount->approx || number.about;
	amount->currency = number.currency;
	if (to.end == to.start || !cq_number_read(analysis, to, &last))
		return true;
	for (CqDecimal factor = 1000000; factor <= (CqDecimal) 1000000000000; factor *= 1000)
	{
		if (number.value < factor * CQ_DECIMAL_ONE && number.value * factor < last.value &&
			number.value < CQ_DECIMAL_ONE * 1000 && last.value >= factor * CQ_DECIMAL_ONE &&
			last.value < factor * 1000 * CQ_DECIMAL_ONE)
			amount->value = number.value * factor;
	}
	if (last.value <= amount->value)
		return true;
	amount->value_to = last.value;
	amount->ranges = true;
	if (last.currency.len > 0)
		amount->currency = last.currency;
	return true;
}

/* The tokens of a slot of a candidate. */
static CqSpan
slot_tokens(const CqAnalysis *analysis, const CqCandidate *candidate, uint16_t slot)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	CqSpan		span = cq_candidate_slot(&analysis->found[CQ_ROUND_WORDS], candidate, slot);

	if (span.end == span.start)
		return span;
	return (CqSpan) {units->at[span.start].first, units->at[span.end - 1].end};
}

/* Read an amount from its candidate. */
static void
read_amount(CqAnalysis *analysis, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	CqSpan		sign = slot_tokens(analysis, candidate, CQ_SLOT_SIGN);
	CqSpan		unit = slot_tokens(analysis, candidate, CQ_SLOT_UNIT);
	CqAmount	amount = {.tokens = {units->at[candidate->span.start].first, units->at[candidate->span.end - 1].end}};
	CqAmount   *kept;

	amount.approx = slot_tokens(analysis, candidate, CQ_SLOT_ABOUT).end > 0;
	if (!read_values(analysis, slot_tokens(analysis, candidate, CQ_SLOT_VALUE),
					 slot_tokens(analysis, candidate, CQ_SLOT_VALUE_TO), &amount))
		return;
	if (unit.end > unit.start)
		read_unit(analysis, unit, &amount);
	if (sign.end > sign.start && !cq_token_is(analysis, sign.start, "+"))
		amount.value = -amount.value;
	kept = cq_list_add(analysis->arena, &analysis->amounts);
	*kept = amount;
}

/* Does a chunk of another kind stand on these tokens? */
static bool
tokens_are_taken(const CqAnalysis *analysis, CqSpan tokens)
{
	/* Chunks are in order; one that begins before may reach in. */
	for (uint32_t i = cq_chunk_from(analysis, tokens.start); i-- > 0;)
	{
		if (analysis->chunks.at[i].tokens.end > tokens.start)
			return true;
		if (analysis->chunks.at[i].parent == CQ_NOBODY)
			break;
	}
	for (uint32_t i = cq_chunk_from(analysis, tokens.start); i < analysis->chunks.len; i++)
	{
		uint8_t		kind = analysis->chunks.at[i].kind;

		if (analysis->chunks.at[i].tokens.start >= tokens.end)
			break;
		if (kind == CQ_CHUNK_DATE || kind == CQ_CHUNK_AMOUNT || kind == CQ_CHUNK_INSTITUTION || kind == CQ_CHUNK_NAME)
			return true;
	}
	return false;
}

/* Order amounts by place. */
static int
compare_amounts(const void *a, const void *b)
{
	const CqAmount *left = a;
	const CqAmount *right = b;

	return left->tokens.start < right->tokens.start ? -1 : left->tokens.start > right->tokens.start;
}

void
cq_resolve_amounts(CqAnalysis *analysis)
{
	const CqCandidates *found = &analysis->found[CQ_ROUND_WORDS];
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		if (analysis->chunks.at[i].kind == CQ_CHUNK_AMOUNT)
			read_amount(analysis, &found->all.at[analysis->chunks.at[i].candidate]);
	}
	for (uint32_t i = 0; i < found->all.len; i++)
	{
		const CqCandidate *candidate = &found->all.at[i];

		if (candidate->yield == CQ_YIELD_COUNT &&
			!tokens_are_taken(analysis, (CqSpan) {units->at[candidate->span.start].first,
				units->at[candidate->span.end - 1].end}))
			read_amount(analysis, candidate);
	}
	if (analysis->amounts.len > 1)
		qsort(analysis->amounts.at, analysis->amounts.len, sizeof(CqAmount), compare_amounts);
}
