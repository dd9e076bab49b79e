/*
 * calendar.h: days, and the calendars that number them.
 *
 * A day is a number: days since 1970-01-01 of the Gregorian calendar, which is used for all years.
 */
#ifndef CQ_CALENDAR_H
#define CQ_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* A day of the Gregorian calendar. */
typedef struct CqCivil
{
	int32_t		year;
	int32_t		month;			/* 1 to 12 */
	int32_t		day;			/* 1 to 31 */
} CqCivil;

/* The number of a day; a day or month out of its range counts on from there. */
int32_t		cq_civil_day(int32_t year, int32_t month, int32_t day);

/* The civil day of a number. */
CqCivil		cq_day_civil(int32_t day);

/* Days of a month: 28 to 31. */
int32_t		cq_month_days(int32_t year, int32_t month);

/* The day of the week, from 1 (Monday) to 7 (Sunday). */
int32_t		cq_day_weekday(int32_t day);

/* The week of ISO 8601 that a day lies in, and its year. */
int32_t		cq_day_week(int32_t day, int32_t *year);

/*
 * The day of a date of the Hijri calendar, by the tabular ("civil") rule of thirty years. What is
 * proclaimed from sight of the moon differs by a day now and then.
 */
int32_t		cq_hijri_day(int32_t year, int32_t month, int32_t day);

/* The Hijri year that a day lies in, by the same rule. */
int32_t		cq_day_hijri_year(int32_t day);

/* Easter Sunday of a Gregorian year. */
int32_t		cq_easter_day(int32_t year);

#endif
