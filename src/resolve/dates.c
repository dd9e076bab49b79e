/*
 * dates.c: which days the dates of a text are.
 *
 *		Rabat, 6 nov. 2024 (MAP) - Le ministre a reçu, mercredi, ... qui se rendra à Fès le 12 mars.
 *
 * 1. The day of the text: given by the caller, else by its dateline, else by "ce mercredi 6 novembre
 *    2024". Without it, what depends on it stays open.
 * 2. Each date is read (dateread.c) and, with the tense of the words around, becomes days
 *    (datedays.c). The nearest verb before it in its sentence counts, else the nearest after it.
 * 3. "le même jour", "un mois plus tôt" are counted from what was said before: a day that was over
 *    when the text was written, unless the verb is in the future.
 */
#include <stdlib.h>

#include "bodies.h"
#include "dates.h"

/* Units of a sentence searched for a verb on either side. */
#define TENSE_UNITS_MAX 80

/* Dates looked back at for what "un mois plus tôt" is compared with. */
#define COMPARED_DATES_MAX 20

/* Days by which a Hijri date and the Gregorian one beside it may differ: the moon was sighted. */
#define HIJRI_DIFFERS_MAX 2

/* Tokens between the two: "14 rajab 1432 de l'hégire, correspondant au 17 juin 2011". */
#define HIJRI_TOKENS_MAX 8

/* A stretch that tells a tense. */
typedef struct Hint
{
	CqSpan		units;
	CqTense		tense;
} Hint;

typedef struct Resolver
{
	CqAnalysis *analysis;
	CQ_LIST(Hint) hints;
	CqDay		anchor;
	CqDay		last_day;		/* single day last spoken of */
	CqDay		last_past;		/* the same, not after the day of the text */
} Resolver;

/* Order hints by place. */
static int
compare_hints(const void *a, const void *b)
{
	const Hint *left = a;
	const Hint *right = b;

	if (left->units.start != right->units.start)
		return left->units.start < right->units.start ? -1 : 1;
	return left->units.end < right->units.end ? -1 : left->units.end > right->units.end;
}

/* Collect what the rules say of tense. */
static void
collect_hints(Resolver *resolver)
{
	static const struct
	{
		uint16_t	yield;
		CqTense		tense;
	}			YIELDS[] = {
		{CQ_YIELD_FUTURE, CQ_TENSE_FUTURE}, {CQ_YIELD_PAST, CQ_TENSE_PAST},
		{CQ_YIELD_OPEN, CQ_TENSE_OPEN}, {CQ_YIELD_UNTIL, CQ_TENSE_UNTIL},
		{CQ_YIELD_PRESENT, CQ_TENSE_PRESENT},
	};
	const CqCandidates *found = &resolver->analysis->found[CQ_ROUND_WORDS];

	for (uint32_t i = 0; i < found->all.len; i++)
	{
		for (size_t j = 0; j < sizeof(YIELDS) / sizeof(YIELDS[0]); j++)
		{
			if (found->all.at[i].yield == YIELDS[j].yield)
				*cq_list_add(resolver->analysis->arena, &resolver->hints) =
					(Hint) {found->all.at[i].span, YIELDS[j].tense};
		}
	}
	if (resolver->hints.len > 1)
		qsort(resolver->hints.at, resolver->hints.len, sizeof(Hint), compare_hints);
}

/* The first hint that begins at or after a unit. */
static uint32_t
hint_from(const Resolver *resolver, uint32_t unit)
{
	uint32_t	low = 0;
	uint32_t	high = resolver->hints.len;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (resolver->hints.at[middle].units.start < unit)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Does the unit end a sentence? */
static bool
unit_ends(const CqUnit *unit)
{
	return unit->shape == CQ_SHAPE_STOP || unit->shape == CQ_SHAPE_BREAK;
}

/*
 * The tense that the nearest verb before `end` tells, no farther back than `first`. Words that leave
 * it open ("jusqu'au", "du") let only a future through: "a été nommé à compter du 1er novembre" is
 * no past, "réaliseront avant fin mai" is a future.
 */
static CqTense
tense_before(const Resolver *resolver, uint32_t first, uint32_t start, uint32_t end)
{
	CqTense		open = CQ_TENSE_UNKNOWN;

	for (uint32_t i = hint_from(resolver, start); i-- > 0 && resolver->hints.at[i].units.start >= first;)
	{
		const Hint *hint = &resolver->hints.at[i];

		if (hint->units.end > end)
			continue;
		if (hint->tense == CQ_TENSE_FUTURE || (hint->tense == CQ_TENSE_PAST && open == CQ_TENSE_UNKNOWN))
			return hint->tense;
		if (hint->tense == CQ_TENSE_PAST || hint->tense == CQ_TENSE_PRESENT)
			return open == CQ_TENSE_UNKNOWN ? CQ_TENSE_OPEN : open;
		if (open == CQ_TENSE_UNKNOWN)
			open = hint->tense;
	}
	return open;
}

/* The tense that the first verb from `start` on tells, before `last`. */
static CqTense
tense_after(const Resolver *resolver, uint32_t start, uint32_t last)
{
	for (uint32_t i = hint_from(resolver, start); i < resolver->hints.len && resolver->hints.at[i].units.start < last; i++)
	{
		CqTense		tense = resolver->hints.at[i].tense;

		if (tense == CQ_TENSE_PAST || tense == CQ_TENSE_FUTURE)
			return tense;
	}
	return CQ_TENSE_UNKNOWN;
}

/* The tense that holds at tokens. */
static CqTense
tense_at(const Resolver *resolver, CqSpan tokens)
{
	const CqUnits *units = &resolver->analysis->units[CQ_ROUND_WORDS];
	uint32_t	start = cq_unit_at(units, tokens.start);
	uint32_t	end = cq_unit_at(units, tokens.end);
	uint32_t	first = start;
	uint32_t	last = end;
	CqTense		tense;

	while (first > 0 && start - first < TENSE_UNITS_MAX && !unit_ends(&units->at[first - 1]))
		first--;
	while (last < units->len && last - end < TENSE_UNITS_MAX && !unit_ends(&units->at[last]))
		last++;
	tense = tense_before(resolver, first, start, end);
	return tense == CQ_TENSE_UNKNOWN ? tense_after(resolver, end, last) : tense;
}

/* Do days make up months or years, so that "un mois plus tôt" can be said of them? */
static bool
days_are_long(CqDay from, CqDay to)
{
	return from != CQ_NO_DATE && cq_day_civil(from).day == 1 && cq_day_civil(to + 1).day == 1;
}

/* What "un mois plus tôt", "l'année suivante" are compared with: of this paragraph the first. */
static CqDays
compared_days(const Resolver *resolver, CqSpan tokens)
{
	const CqAnalysis *analysis = resolver->analysis;
	CqDays		found = {CQ_NO_DATE, CQ_NO_DATE, CQ_NONE};
	uint32_t	at = tokens.start;

	for (uint32_t i = analysis->dates.len; i-- > 0 && analysis->dates.len - i <= COMPARED_DATES_MAX;)
	{
		const CqDate *date = &analysis->dates.at[i];

		while (at > date->tokens.end && analysis->text.tokens.at[at].shape != CQ_SHAPE_BREAK)
			at--;
		if (found.from != CQ_NO_DATE && analysis->text.tokens.at[at].shape == CQ_SHAPE_BREAK)
			break;
		if (days_are_long(date->from, date->to))
			found = (CqDays) {date->from, date->to, CQ_NONE};
	}
	return found;
}

/* Is the weekday that the words name another than that of the day? */
static bool
weekday_contradicts(const CqExpression *expression, const CqDays *days)
{
	return expression->from.weekday > 0 && days->from != CQ_NO_DATE &&
		cq_day_weekday(days->from) != expression->from.weekday;
}

/* "est aujourd'hui" without anything done: nowadays. */
static bool
is_nowadays(const CqExpression *expression, CqTense tense)
{
	return expression->vague && expression->from.weekday == 0 && tense != CQ_TENSE_PAST && tense != CQ_TENSE_FUTURE;
}

/* Resolve one chunk; NULL if it turns out to be no date. */
static CqDate *
resolve_chunk(Resolver *resolver, CqChunk *chunk)
{
	CqAnalysis *analysis = resolver->analysis;
	CqExpression expression;
	CqDays		days;
	CqDate	   *date;
	CqTimes		times = {.arena = analysis->arena, .anchor = resolver->anchor,
	.tense = tense_at(resolver, chunk->tokens)};

	cq_expression_read(analysis, chunk, &expression);
	times.last_day = times.tense == CQ_TENSE_FUTURE || resolver->last_past == CQ_NO_DATE ? resolver->last_day :
		resolver->last_past;
	if (times.last_day == CQ_NO_DATE)
		times.last_day = resolver->anchor;
	times.last = expression.other_day || expression.sequel || expression.frame == CQ_FRAME_SAME ?
		compared_days(resolver, chunk->tokens) : (CqDays) {CQ_NO_DATE, CQ_NO_DATE, CQ_NONE};
	if (is_nowadays(&expression, times.tense) || !cq_expression_days(&expression, &times, &days))
		return NULL;
	chunk->referent = analysis->dates.len;
	date = cq_list_add(analysis->arena, &analysis->dates);
	*date = (CqDate) {cq_expression_tokens(analysis, chunk, &expression), days.from, days.to, days.timex, weekday_contradicts(&expression, &days)};
	return date;
}

/* Remember a day for "le même jour". */
static void
remember(Resolver *resolver, const CqDate *date)
{
	if (date == NULL || date->from == CQ_NO_DATE || date->from != date->to)
		return;
	resolver->last_day = date->from;
	if (resolver->anchor == CQ_NO_DATE || date->from <= resolver->anchor)
		resolver->last_past = date->from;
}

/* Is this the date of the dateline? */
static bool
is_of_dateline(const CqAnalysis *analysis, const CqChunk *chunk)
{
	return analysis->has_dateline && cq_span_overlaps(analysis->dateline_spans.date, chunk->tokens);
}

/* Does the chunk say the day it stands on by itself: "ce mercredi 6 novembre 2024"? */
static bool
chunk_says_today(const CqAnalysis *analysis, const CqChunk *chunk)
{
	return cq_chunk_slot(analysis, chunk, CQ_SLOT_THIS).end > 0 && cq_chunk_slot(analysis, chunk, CQ_SLOT_DAY).end > 0 &&
		cq_chunk_slot(analysis, chunk, CQ_SLOT_YEAR).end > 0;
}

/* The day of the text. */
static void
find_anchor(Resolver *resolver)
{
	CqAnalysis *analysis = resolver->analysis;
	CqDate	   *today = NULL;

	resolver->anchor = analysis->context->published;
	for (uint32_t i = 0; resolver->anchor == CQ_NO_DATE && i < analysis->chunks.len; i++)
	{
		CqChunk    *chunk = &analysis->chunks.at[i];

		if (chunk->kind != CQ_CHUNK_DATE || !(is_of_dateline(analysis, chunk) || chunk_says_today(analysis, chunk)))
			continue;
		today = resolve_chunk(resolver, chunk);
		if (today != NULL && today->from == today->to)
			resolver->anchor = today->from;
	}
	analysis->dates.len = 0;
}

/*
 * The Gregorian date that a text gives beside a Hijri one is what was proclaimed; the table may be
 * a day or two off.
 */
static void
mend_hijri(CqAnalysis *analysis, CqDate *date)
{
	CqDate	   *hijri = date - 1;

	if (analysis->dates.len < 2 || date->from != date->to || hijri->from != hijri->to ||
		date->from == CQ_NO_DATE || hijri->from == CQ_NO_DATE ||
		date->tokens.start - hijri->tokens.end > HIJRI_TOKENS_MAX ||
		abs(date->from - hijri->from) > HIJRI_DIFFERS_MAX ||
		cq_span_sense(analysis, hijri->tokens, CQ_CLASS_HIJRI_MONTHS) == NULL)
		return;
	hijri->from = hijri->to = date->from;
	hijri->timex = date->timex;
}

void
cq_resolve_dates(CqAnalysis *analysis)
{
	Resolver   *resolver = cq_arena_zero(analysis->arena, sizeof(Resolver));

	resolver->analysis = analysis;
	resolver->last_day = resolver->last_past = CQ_NO_DATE;
	collect_hints(resolver);
	find_anchor(resolver);
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		CqChunk    *chunk = &analysis->chunks.at[i];
		CqDate	   *date;

		if (chunk->kind != CQ_CHUNK_DATE)
			continue;
		chunk->referent = CQ_NOBODY;
		date = resolve_chunk(resolver, chunk);
		if (date == NULL)
			continue;
		mend_hijri(analysis, date);
		if (is_of_dateline(analysis, chunk))
			analysis->dateline.date = date->from;
		else
			remember(resolver, date);
	}
}
