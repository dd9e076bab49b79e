/*
 * dateperiods.c: weeks to years counted from the day of the text, their parts, and seasons.
 */
#include "dates.h"

/* Month and day on which spring, summer, autumn and winter begin, by the usage of timelines. */
#define SEASON_FIRST_MONTH 3
#define SEASON_FIRST_DAY 21
#define SEASON_MONTHS 3

/* Days of a third of a month: "début mai" is 1 to 10, "mi-mai" 11 to 20, "fin mai" the rest. */
#define MONTH_THIRD 10

/* Days of the first half of a month. */
#define MONTH_HALF 15

/* Months between two days, the second one ending a month; 0 if they are no whole months. */
static int32_t
whole_months(const CqDays *days)
{
	CqCivil		from = cq_day_civil(days->from);
	CqCivil		next = cq_day_civil(days->to + 1);

	if (from.day != 1 || next.day != 1)
		return 0;
	return (next.year - from.year) * 12 + next.month - from.month;
}

/* Cut a stretch of days to the share [first, last) of `of`. */
static void
cut_days(CqDays *days, int32_t first, int32_t last, int32_t of)
{
	int32_t		len = days->to - days->from + 1;
	CqDay		from = days->from;

	days->from = from + len * first / of;
	days->to = from + len * last / of - 1;
}

/* Cut whole months to the share [first, last) of `of`. */
static void
cut_months(CqDays *days, int32_t months, int32_t first, int32_t last, int32_t of)
{
	CqCivil		from = cq_day_civil(days->from);

	days->from = cq_civil_day(from.year, from.month + months * first / of, 1);
	days->to = cq_civil_day(from.year, from.month + months * last / of, 1) - 1;
}

/* Cut a month: thirds of ten days, halves of fifteen. */
static void
cut_month(CqPart part, CqDays *days)
{
	CqDay		first = days->from;

	if (part == CQ_PART_BEGIN || part == CQ_PART_FIRST_HALF)
		days->to = first + (part == CQ_PART_BEGIN ? MONTH_THIRD : MONTH_HALF) - 1;
	else if (part == CQ_PART_MID)
		days->to = first + 2 * MONTH_THIRD - 1;
	if (part == CQ_PART_MID)
		days->from = first + MONTH_THIRD;
	else if (part == CQ_PART_END || part == CQ_PART_SECOND_HALF)
		days->from = first + (part == CQ_PART_END ? 2 * MONTH_THIRD : MONTH_HALF);
}

void
cq_part_days(CqPart part, CqDays *days)
{
	/* Shares of longer periods: of a year the first quarter, the two in the middle, the last. */
	static const int32_t QUARTERS[][2] = {{0, 4}, {0, 1}, {1, 3}, {3, 4}, {0, 2}, {2, 4}};
	static const int32_t THIRDS[][2] = {{0, 3}, {0, 1}, {1, 2}, {2, 3}};
	int32_t		months = whole_months(days);

	if (part == CQ_PART_ALL || days->from == days->to)
		return;
	if (months == 1)
		cut_month(part, days);
	else if (months > 0 && months % 4 == 0)
		cut_months(days, months, QUARTERS[part][0], QUARTERS[part][1], 4);
	else if (part >= CQ_PART_FIRST_HALF)
		cut_days(days, QUARTERS[part][0], QUARTERS[part][1], 4);
	else if (months > 0 && months % 3 == 0)
		cut_months(days, months, THIRDS[part][0], THIRDS[part][1], 3);
	else
		cut_days(days, THIRDS[part][0], THIRDS[part][1], 3);
}

void
cq_season_days(const CqExpression *expression, int32_t year, CqDays *days)
{
	int32_t		month = SEASON_FIRST_MONTH + (expression->season - 1) * SEASON_MONTHS;

	days->from = cq_civil_day(year, month, SEASON_FIRST_DAY);
	days->to = cq_civil_day(year, month + SEASON_MONTHS, SEASON_FIRST_DAY) - 1;
	cq_part_days((CqPart) expression->from.part, days);
}

/* The weekend of a week that `monday` begins. */
static void
weekend_of(CqDay monday, CqDays *days)
{
	days->from = monday + 5;
	days->to = monday + 6;
}

/* The unit that a day lies in, `shift` units later. */
static void
unit_around(const CqTimeUnit *unit, CqDay day, int32_t shift, CqDays *days)
{
	CqCivil		civil = cq_day_civil(day);
	int32_t		index;

	if (unit->months > 0)
	{
		index = (civil.year * 12 + civil.month - 1) / unit->months + shift;
		days->from = cq_civil_day(0, 1 + index * unit->months, 1);
		days->to = cq_civil_day(0, 1 + (index + 1) * unit->months, 1) - 1;
	}
	else if (unit->weekend)
	{
		/* The one before is over, the next one has not begun. */
		CqDay		monday = day - (cq_day_weekday(day) - 1);

		weekend_of(monday + 7 * (shift > 0 && cq_day_weekday(day) < 6 ? shift - 1 : shift), days);
	}
	else if (unit->days == 7)
	{
		days->from = day - (cq_day_weekday(day) - 1) + 7 * shift;
		days->to = days->from + 6;
	}
	else
	{
		days->from = day + unit->days * shift;
		days->to = days->from + unit->days - 1;
	}
}

/* Leave a unit open. */
static void
unit_unknown(const CqTimeUnit *unit, const CqTimes *times, CqDays *days)
{
	const char *value = unit->weekend ? "XXXX-WXX-WE" : unit->days == 7 ? "XXXX-WXX" :
		unit->months == 0 ? "XXXX-XX-XX" : unit->months < 12 ? "XXXX-XX" : "XXXX";

	*days = (CqDays) {CQ_NO_DATE, CQ_NO_DATE, cq_timex(times->arena, "%s", value)};
}

/* "le 15 de ce mois", "du 1er au 15 du mois prochain" */
static bool
days_of_month(const CqExpression *expression, CqDays *days)
{
	CqDay		first = days->from;
	CqDay		last = days->to;

	days->from = first + expression->from.day - 1;
	days->to = expression->range ? first + expression->to.day - 1 : days->from;
	return days->from <= days->to && days->to <= last;
}

bool
cq_unit_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	const CqTimeUnit *unit = &expression->unit;
	CqDay		anchor = times->anchor;

	if (expression->from.year > 0)
	{
		/* "année 2024", "exercice 2023-2024" */
		days->from = cq_civil_day(expression->from.year, 1, 1);
		days->to = cq_civil_day(expression->range ? expression->to.year : expression->from.year, 12, 31);
		cq_part_days((CqPart) expression->from.part, days);
		return unit->months >= 12 && days->to > days->from;
	}
	if (expression->sequel && times->last.from != CQ_NO_DATE)
		anchor = times->last.from;
	if (anchor == CQ_NO_DATE)
	{
		unit_unknown(unit, times, days);
		return true;
	}
	unit_around(unit, anchor, expression->shifted ? expression->shift : 0, days);
	if (expression->from.day > 0)
		return days_of_month(expression, days);
	if (unit->weekend && !expression->shifted && times->tense == CQ_TENSE_PAST && days->from > anchor)
		unit_around(unit, anchor, -1, days);
	if (unit->months == 12 && expression->from.part == CQ_PART_BEGIN && !expression->shifted)
		days->to = days->from;	/* "depuis le début de l'année" is since 1 January */
	cq_part_days((CqPart) expression->from.part, days);
	return true;
}

/* "deuxième vendredi d'octobre", "dernier lundi du mois" */
static bool
weekday_within(const CqExpression *expression, CqDays *days)
{
	CqDay		first = days->from + (expression->from.weekday - cq_day_weekday(days->from) + 7) % 7;
	CqDay		last = days->to - (cq_day_weekday(days->to) - expression->from.weekday + 7) % 7;
	CqDay		day = expression->ordinal > 0 ? first + 7 * (expression->ordinal - 1) : last;
	bool		exists = day <= last;

	days->from = days->to = day;
	return exists;
}

/* "première semaine de mai": the seven days that stand at that place of the month. */
static bool
days_within(const CqExpression *expression, CqDays *days)
{
	int32_t		len = expression->unit.weekend ? 7 : expression->unit.days;
	CqDay		last = days->to;
	CqDay		from = expression->ordinal > 0 ? days->from + (expression->ordinal - 1) * len : last - len + 1;

	if (expression->unit.weekend)
	{
		/* Of a weekend Saturday counts. */
		from += (6 - cq_day_weekday(from) + 7) % 7;
		days->from = from;
		days->to = from + 1;
		return from <= last;
	}
	if (expression->count > 1)
		len *= expression->count;
	days->from = expression->ordinal > 0 ? from : last - len + 1;
	days->to = days->from + len - 1;
	return days->from <= last;
}

bool
cq_period_days(const CqExpression *expression, int32_t year, CqDays *days)
{
	int32_t		months = expression->unit.months;
	int32_t		first_month = expression->from.month > 0 ? expression->from.month : 1;
	int32_t		within = expression->from.month > 0 ? 1 : 12;
	int32_t		count = expression->count > 0 ? expression->count : 1;
	int32_t		first;

	days->from = cq_civil_day(year, first_month, 1);
	days->to = cq_civil_day(year, first_month + within, 1) - 1;
	if (expression->from.weekday > 0)
		return weekday_within(expression, days);
	if (months == 0)
		return days_within(expression, days);
	first = expression->ordinal > 0 ? (expression->ordinal - 1) * months : within - count * months;
	if (first < 0 || first + count * months > within)
		return false;
	days->from = cq_civil_day(year, first_month + first, 1);
	days->to = cq_civil_day(year, first_month + first + count * months, 1) - 1;
	return true;
}

bool
cq_away_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	const CqTimeUnit *unit = &expression->unit;
	CqDay		anchor = times->anchor;
	int32_t		steps = expression->count * expression->away;

	if (expression->count < 0 || expression->count > 5000)
		return false;
	if (expression->other_day && unit->months > 0 && times->last.from != CQ_NO_DATE)
	{
		/* "7,2% en mai, contre 9,8% un mois plus tôt": as long as what it is compared with. */
		CqCivil		from = cq_day_civil(times->last.from);
		CqCivil		next = cq_day_civil(times->last.to + 1);

		days->from = cq_civil_day(from.year, from.month + steps * unit->months, 1);
		days->to = cq_civil_day(next.year, next.month + steps * unit->months, 1) - 1;
		return true;
	}
	if (expression->other_day && times->last_day != CQ_NO_DATE)
		anchor = times->last_day;
	if (anchor == CQ_NO_DATE)
	{
		unit_unknown(unit, times, days);
		return true;
	}
	if (unit->months == 0 && unit->days < 7 && !unit->weekend)
		days->from = days->to = anchor + steps * unit->days;
	else
		unit_around(unit, anchor, steps, days);
	return true;
}
