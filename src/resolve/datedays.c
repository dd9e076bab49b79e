/*
 * datedays.c: the days of an expression.
 *
 * "16 mai" names a day of every year. Which one is meant is decided by how far each is from the day
 * of the text, a day on the wrong side of the verb's tense counting several times: in a dispatch of
 * 19 October "sera signé fin mai" is next May, seven months ahead, and "a été signé fin mai" last
 * May. A weekday beside the date rules out years where it does not fall on that day. A bare weekday
 * is the latest one that is not after the text, unless the verb is in the future.
 */
#include "dates.h"

/*
 * How much farther a day counts that lies on the other side than the tense says. From 1.5 on all
 * dates of the development texts come out right; at 8 a verb in the future moves what is less than
 * forty days past into next year, and one misread does so no farther.
 */
#define COST_AGAINST_TENSE 8

/* Days that a season of another calendar year counts farther: "cet été" in January is the next one. */
#define COST_OTHER_YEAR 90

/* What a weekday that does not fall on the day costs: more than any distance. */
#define COST_WRONG_WEEKDAY 100000

/* Years before this one, in the name of a feast, are of the Hijri calendar. */
#define GREGORIAN_FEAST_MIN 1700
#define HIJRI_FEAST_MIN 1300

/* Any leap year, to tell days that no year has. */
#define LEAP_YEAR 2024

/* Leave the days open. */
static void
days_unknown(CqDays *days, CqString timex)
{
	*days = (CqDays) {CQ_NO_DATE, CQ_NO_DATE, timex};
}

/* Does the month have such a day (0: none said)? */
static bool
point_exists(const CqDatePoint *point, int32_t year)
{
	return point->day == 0 || point->day <= cq_month_days(year, point->month);
}

/* The first or last day of a point in a year; its part is cut out of it. */
static CqDays
point_span(const CqDatePoint *point, int32_t year)
{
	CqDays		days = {0, 0, CQ_NONE};

	if (point->month == 0)
	{
		days.from = cq_civil_day(year, 1, 1);
		days.to = cq_civil_day(year, 12, 31);
	}
	else if (point->day == 0)
	{
		days.from = cq_civil_day(year, point->month, 1);
		days.to = cq_civil_day(year, point->month + 1, 1) - 1;
	}
	else
		days.from = days.to = cq_civil_day(year, point->month, point->day);
	cq_part_days((CqPart) point->part, &days);
	return days;
}

/* The days of one or two points, the first in `year`. */
static bool
points_days(const CqExpression *expression, int32_t year, CqDays *days)
{
	CqDatePoint from = expression->from;
	CqDatePoint to = expression->to;
	int32_t		to_year;

	if (from.month == 0 && to.month > 0)
		from.month = to.month;	/* "du 3 au 28 février" */
	to_year = to.year > 0 ? to.year : year + (to.month < from.month);
	if (!point_exists(&from, year) || (expression->range && !point_exists(&to, to_year)))
		return false;
	*days = point_span(&from, year);
	if (expression->range)
		days->to = point_span(&to, to_year).to;
	return days->to >= days->from;
}

/* A feast in a Gregorian year: "12-25", "E+39", "H10-01"; a Hijri year is taken as such. */
static bool
feast_days(const CqExpression *expression, int32_t year, CqDays *days)
{
	CqString	cell = expression->feast;
	const char *at = cell.bytes;
	int32_t		month;
	int32_t		day;

	if (cell.len > 1 && at[0] == 'E')
	{
		day = cq_cell_number((CqString) {at + 2, cell.len - 2});
		days->from = days->to = cq_easter_day(year) + (at[1] == '-' ? -day : day);
		return true;
	}
	if (cell.len < 3 || (at[0] == 'H' ? cell.len != 6 && cell.len != 3 : cell.len != 5))
		return false;
	month = cq_cell_number((CqString) {at + (at[0] == 'H'), 2});
	day = cell.len >= 5 ? cq_cell_number((CqString) {at + cell.len - 2, 2}) : 0;
	if (at[0] == 'H')
	{
		int32_t		hijri = year < GREGORIAN_FEAST_MIN ? year : cq_day_hijri_year(cq_civil_day(year, 1, 1));

		if (year >= GREGORIAN_FEAST_MIN && cq_hijri_day(hijri, month, day > 0 ? day : 1) < cq_civil_day(year, 1, 1))
			hijri++;
		days->from = days->to = cq_hijri_day(hijri, month, day > 0 ? day : 1);
		if (day == 0)
			days->to = cq_hijri_day(hijri, month + 1, 1) - 1;
		return true;
	}
	days->from = days->to = cq_civil_day(year, month, day);
	return true;
}

/* The days of an expression in a year (of the Hijri calendar, for its dates). */
static bool
yearly_days(const CqExpression *expression, int32_t year, CqDays *days)
{
	bool		found = true;

	*days = (CqDays) {0, 0, CQ_NONE};
	switch (expression->form)
	{
		case CQ_DATE_PERIOD:
			found = cq_period_days(expression, year, days);
			break;
		case CQ_DATE_SEASON:
			cq_season_days(expression, year, days);
			break;
		case CQ_DATE_FEAST:
			found = feast_days(expression, year, days);
			break;
		case CQ_DATE_HIJRI:
			days->from = days->to = cq_hijri_day(year, expression->from.month, expression->from.day);
			if (expression->from.day == 0)
			{
				days->from++;
				days->to = cq_hijri_day(year, expression->from.month + 1, 0);
			}
			break;
		default:
			return points_days(expression, year, days);
	}
	if (expression->other_day)
	{
		days->from += expression->word;
		days->to = days->from;
	}
	return found;
}

/* How unlikely it is that these days are meant. */
static int64_t
days_cost(const CqExpression *expression, const CqTimes *times, const CqDays *days, CqDay anchor)
{
	int64_t		cost = 0;

	if (days->from > anchor)
		cost = (int64_t) (days->from - anchor) * (times->tense == CQ_TENSE_PAST ? COST_AGAINST_TENSE : 1);
	else if (days->to < anchor)
		cost = (int64_t) (anchor - days->to) * (times->tense == CQ_TENSE_FUTURE ? COST_AGAINST_TENSE : 1);
	if (expression->shifted && (expression->shift > 0 ? days->from <= anchor : days->to >= anchor) &&
		expression->shift != 0)
		cost += COST_WRONG_WEEKDAY;
	if (expression->form == CQ_DATE_SEASON && cq_day_civil(days->from).year != cq_day_civil(anchor).year)
		cost += COST_OTHER_YEAR;
	if (expression->form == CQ_DATE_POINT && expression->from.weekday > 0 && expression->from.day > 0 &&
		cq_day_weekday(days->from) != expression->from.weekday)
		cost += COST_WRONG_WEEKDAY;
	return cost;
}

/* The likeliest of the years around. */
static bool
choose_year(const CqExpression *expression, const CqTimes *times, CqDay anchor, CqDays *days)
{
	int32_t		middle = expression->form == CQ_DATE_HIJRI ? cq_day_hijri_year(anchor) : cq_day_civil(anchor).year;
	int64_t		best = -1;

	for (int32_t year = middle - 1; year <= middle + 1; year++)
	{
		CqDays		candidate;
		int64_t		cost;

		if (!yearly_days(expression, year, &candidate))
			continue;
		cost = days_cost(expression, times, &candidate, anchor);
		if (best < 0 || cost < best)
		{
			best = cost;
			*days = candidate;
		}
	}
	return best >= 0;
}

/* What TIMEX3 says of a day of an unknown year. */
static CqString
timex_without_year(CqArena *arena, const CqDatePoint *point)
{
	if (point->day > 0)
		return cq_timex(arena, "XXXX-%02d-%02d", point->month, point->day);
	return cq_timex(arena, "XXXX-%02d", point->month);
}

/* Leave a yearly expression open. */
static bool
yearly_unknown(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	static const char *const SEASONS[] = {"SP", "SU", "FA", "WI"};
	CqDatePoint from = expression->from;

	days_unknown(days, cq_timex(times->arena, "XXXX"));
	if (expression->form == CQ_DATE_SEASON)
		days->timex = cq_timex(times->arena, "XXXX-%s", SEASONS[(expression->season + 3) % 4]);
	else if (expression->form == CQ_DATE_PERIOD && (expression->unit.months == 3 || expression->unit.months == 6) &&
			 expression->ordinal > 0)
		days->timex = cq_timex(times->arena, "XXXX-%c%d", expression->unit.months == 3 ? 'Q' : 'H', expression->ordinal);
	if (expression->form != CQ_DATE_POINT)
		return true;
	if (from.month == 0)
		from.month = expression->to.month;
	if (!point_exists(&from, LEAP_YEAR) || (expression->range && !point_exists(&expression->to, LEAP_YEAR)))
		return false;
	days->timex = timex_without_year(times->arena, &from);
	if (expression->range)
	{
		CqString	to = timex_without_year(times->arena, &expression->to);

		days->timex = cq_timex(times->arena, "%.*s/%.*s", (int) days->timex.len, days->timex.bytes, (int) to.len,
							   to.bytes);
	}
	return true;
}

/* The year that the words say or count; 0 if they leave it to be guessed. */
static int32_t
said_year(const CqExpression *expression, const CqTimes *times)
{
	int32_t		base;

	if (expression->from.year > 0)
		return expression->from.year;
	if (expression->to.year > 0)
		return expression->to.year - (expression->from.month > expression->to.month);
	if (times->anchor == CQ_NO_DATE || (expression->frame == CQ_FRAME_NONE && !expression->this_one))
		return 0;
	base = cq_day_civil(times->anchor).year;
	if ((expression->frame == CQ_FRAME_SAME || expression->sequel) && times->last.from != CQ_NO_DATE)
		base = cq_day_civil(times->last.from).year;
	if (expression->this_one && expression->form == CQ_DATE_SEASON)
		return 0;				/* "cet hiver" in January began last year */
	return expression->this_one && expression->form == CQ_DATE_POINT ? 0 :
		base + (expression->shifted ? expression->shift : 0);
}

/* Days of what comes back every year. */
static bool
recurring_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	int32_t		year = said_year(expression, times);
	CqDay		anchor = expression->sequel && times->last.from != CQ_NO_DATE ? times->last.from : times->anchor;

	if (expression->form == CQ_DATE_FEAST && expression->feast.len == 0)
		return false;
	if (expression->form == CQ_DATE_FEAST && year > 0 && year < HIJRI_FEAST_MIN)
		return false;
	if (year > 0)
		return yearly_days(expression, year, days);
	if (anchor == CQ_NO_DATE)
		return yearly_unknown(expression, times, days);
	return choose_year(expression, times, anchor, days);
}

/* The weekday on or before a day. */
static CqDay
weekday_until(CqDay day, int32_t weekday)
{
	return day - (cq_day_weekday(day) - weekday + 7) % 7;
}

/* The weekday on or after a day. */
static CqDay
weekday_from(CqDay day, int32_t weekday)
{
	return day + (weekday - cq_day_weekday(day) + 7) % 7;
}

/* Does a weekday lie ahead? */
static bool
weekday_is_ahead(const CqExpression *expression, const CqTimes *times)
{
	CqDay		past = weekday_until(times->anchor, expression->from.weekday);

	if (expression->shifted && expression->shift != 0)
		return expression->shift > 0;
	if (times->tense == CQ_TENSE_FUTURE || times->tense == CQ_TENSE_UNTIL)
		return true;
	/* "ce vendredi" of a Thursday is tomorrow, "ce lundi" of a Tuesday yesterday. */
	return expression->this_one && times->tense != CQ_TENSE_PAST && times->anchor - past > 3;
}

/* Days of a weekday, or of two in a row. */
static bool
weekday_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	CqDay		anchor = times->anchor;
	int32_t		last = expression->range ? expression->to.weekday : expression->from.weekday;
	bool		strictly = expression->shifted && expression->shift != 0;

	if (expression->sequel)
		anchor = times->last_day;
	if (anchor == CQ_NO_DATE)
	{
		days_unknown(days, cq_timex(times->arena, "XXXX-WXX-%d", expression->from.weekday));
		return true;
	}
	if (weekday_is_ahead(expression, times))
	{
		days->from = weekday_from(anchor + strictly, expression->from.weekday);
		days->to = weekday_from(days->from, last);
		return true;
	}
	if (expression->word > 0)
		anchor += expression->word;	/* "demain vendredi" */
	days->to = weekday_until(anchor - (strictly || expression->word < 0), last);
	days->from = weekday_until(days->to, expression->from.weekday);
	return true;
}

/* Days of "hier", "la veille". */
static bool
word_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	CqDay		anchor = expression->other_day && times->last_day != CQ_NO_DATE ? times->last_day : times->anchor;

	if (anchor == CQ_NO_DATE)
		days_unknown(days, cq_timex(times->arena, "XXXX-XX-XX"));
	else
		days->from = days->to = anchor + expression->word;
	return true;
}

/* Days of decades and centuries. */
static bool
long_days(const CqExpression *expression, CqDays *days)
{
	int32_t		years = expression->unit.months / 12;
	int32_t		first = years == 100 ? (expression->count - 1) * years : expression->count;

	if (first <= 0 || first > 9000)
		return false;
	days->from = cq_civil_day(first, 1, 1);
	days->to = cq_civil_day(first + years, 1, 1) - 1;
	cq_part_days((CqPart) expression->from.part, days);
	return true;
}

/* The days, before their TIMEX3 value is written. */
static bool
form_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	switch (expression->form)
	{
		case CQ_DATE_WEEKDAY:
			return weekday_days(expression, times, days);
		case CQ_DATE_WORD:
			return word_days(expression, times, days);
		case CQ_DATE_UNIT:
			return cq_unit_days(expression, times, days);
		case CQ_DATE_AWAY:
			return cq_away_days(expression, times, days);
		case CQ_DATE_LONG:
			return long_days(expression, days);
		default:
			return recurring_days(expression, times, days);
	}
}

/* The value of the whole that days are a part of. */
static CqString
timex_of_whole(const CqExpression *expression, const CqTimes *times, const CqDays *days)
{
	static const char *const SEASONS[] = {"SP", "SU", "FA", "WI"};
	CqExpression whole = *expression;
	CqDays		all;

	if (expression->form == CQ_DATE_SEASON)
		return cq_timex(times->arena, "%04d-%s", cq_day_civil(days->from).year, SEASONS[(expression->season + 3) % 4]);
	whole.from.part = CQ_PART_ALL;
	if (expression->range || expression->from.part == CQ_PART_ALL || days->from == days->to ||
		!form_days(&whole, times, &all))
		all = *days;
	return cq_timex_of_days(times->arena, &all);
}

bool
cq_expression_days(const CqExpression *expression, const CqTimes *times, CqDays *days)
{
	*days = (CqDays) {0, 0, CQ_NONE};
	if (!form_days(expression, times, days))
		return false;
	if (days->from == CQ_NO_DATE)
		return true;
	if (days->timex.len == 0)
		days->timex = timex_of_whole(expression, times, days);
	if (days->from == days->to && expression->daypart.len == 2)
		days->timex = cq_timex(times->arena, "%.*sT%.2s", (int) days->timex.len, days->timex.bytes,
							   expression->daypart.bytes);
	return true;
}
