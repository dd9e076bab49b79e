/*
 * timex.c: values of TIMEX3 (ISO-TimeML, ISO 24617-1).
 *
 *		2024-05-16		a day; 2024-05-16TEV its evening
 *		2024-W20, 2024-W20-WE	a week, its weekend
 *		2024-05, 2024-Q2, 2024-H1, 2024-SU, 2024, 202, 20	month to century
 *		2024-06-20/2024-06-26	other stretches of days, as ISO 8601 writes an interval
 *		XXXX-05-16		what the text does not tell is X
 *
 * A part ("fin mai") has the value of its whole: TIMEX3 says the part in another attribute.
 */
#include <stdarg.h>
#include <stdio.h>

#include "dates.h"

/* Room for the longest value, an interval of two days. */
#define TIMEX_BYTES_MAX 64

CqString
cq_timex(CqArena *arena, const char *format, ...)
{
	char		text[TIMEX_BYTES_MAX];
	va_list		arguments;
	int			len;

	va_start(arguments, format);
	len = vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	if (len < 0 || len >= TIMEX_BYTES_MAX)
		return CQ_NONE;
	return (CqString) {cq_arena_copy(arena, text, (size_t) len), (uint32_t) len};
}

/* A whole week or weekend; none if it is neither. */
static CqString
timex_of_week(CqArena *arena, const CqDays *days)
{
	int32_t		year;
	int32_t		week = cq_day_week(days->from, &year);

	if (days->to - days->from == 6 && cq_day_weekday(days->from) == 1)
		return cq_timex(arena, "%04d-W%02d", year, week);
	if (days->to - days->from == 1 && cq_day_weekday(days->from) == 6)
		return cq_timex(arena, "%04d-W%02d-WE", year, week);
	return CQ_NONE;
}

/* Whole months that a calendar has a name for; none if they are others. */
static CqString
timex_of_months(CqArena *arena, CqCivil from, int32_t months)
{
	int32_t		before = from.month - 1;	/* months of the year before it */

	if (months == 1)
		return cq_timex(arena, "%04d-%02d", from.year, from.month);
	if (months == 3 && before % 3 == 0)
		return cq_timex(arena, "%04d-Q%d", from.year, before / 3 + 1);
	if (months == 6 && before % 6 == 0)
		return cq_timex(arena, "%04d-H%d", from.year, before / 6 + 1);
	if (months == 12 && before == 0)
		return cq_timex(arena, "%04d", from.year);
	if (months == 120 && before == 0 && from.year % 10 == 0)
		return cq_timex(arena, "%03d", from.year / 10);
	if (months == 1200 && before == 0)
		return cq_timex(arena, "%02d", from.year / 100);
	if (before == 0 && months % 12 == 0)
		return cq_timex(arena, "%04d/%04d", from.year, from.year + months / 12 - 1);
	return cq_timex(arena, "%04d-%02d/%04d-%02d", from.year, from.month,
					from.year + (before + months - 1) / 12, (before + months - 1) % 12 + 1);
}

CqString
cq_timex_of_days(CqArena *arena, const CqDays *days)
{
	CqCivil		from = cq_day_civil(days->from);
	CqCivil		to = cq_day_civil(days->to);
	CqCivil		next = cq_day_civil(days->to + 1);
	CqString	week;

	if (days->from == days->to)
		return cq_timex(arena, "%04d-%02d-%02d", from.year, from.month, from.day);
	if (from.day == 1 && next.day == 1)
		return timex_of_months(arena, from, (next.year - from.year) * 12 + next.month - from.month);
	week = timex_of_week(arena, days);
	if (week.len > 0)
		return week;
	return cq_timex(arena, "%04d-%02d-%02d/%04d-%02d-%02d", from.year, from.month, from.day, to.year,
					to.month, to.day);
}
