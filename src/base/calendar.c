/*
 * calendar.c: days, and the calendars that number them.
 *
 * Civil days are counted in eras of 400 years that begin on 1 March, so that the leap day is the
 * last of its year (H. Hinnant, "chrono-compatible low-level date algorithms"). Easter follows the
 * rule of Meeus, Jones and Butcher; Hijri years the tabular rule, 1 mouharram of year 1 being
 * Friday 16 July 622 of the Julian calendar.
 */
#include "calendar.h"

/* Days of an era of 400 years, and days from 0000-03-01 to 1970-01-01. */
#define ERA_DAYS 146097
#define ERA_YEARS 400
#define EPOCH_DAYS 719468

/* Days from 1970-01-01 back to 1 mouharram of year 1, and of the cycle of thirty Hijri years. */
#define HIJRI_EPOCH (-492148)
#define HIJRI_CYCLE_DAYS 10631
#define HIJRI_CYCLE_YEARS 30

int32_t
cq_civil_day(int32_t year, int32_t month, int32_t day)
{
	int32_t		era;
	int32_t		year_of_era;
	int32_t		day_of_year;

	year += (month - 1) / 12 - (month < 1);
	month = (month - 1) % 12 + 1 + (month < 1 ? 12 : 0);
	year -= month <= 2;
	era = (year >= 0 ? year : year - (ERA_YEARS - 1)) / ERA_YEARS;
	year_of_era = year - era * ERA_YEARS;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
		EPOCH_DAYS;
}

CqCivil
cq_day_civil(int32_t day)
{
	int32_t		shifted = day + EPOCH_DAYS;
	int32_t		era = (shifted >= 0 ? shifted : shifted - (ERA_DAYS - 1)) / ERA_DAYS;
	int32_t		day_of_era = shifted - era * ERA_DAYS;
	int32_t		year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
							   day_of_era / 146096) / 365;
	int32_t		day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t		shifted_month = (5 * day_of_year + 2) / 153;
	CqCivil		civil;

	civil.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
	civil.month = shifted_month + (shifted_month < 10 ? 3 : -9);
	civil.year = year_of_era + era * ERA_YEARS + (civil.month <= 2);
	return civil;
}

int32_t
cq_month_days(int32_t year, int32_t month)
{
	return cq_civil_day(year, month + 1, 1) - cq_civil_day(year, month, 1);
}

int32_t
cq_day_weekday(int32_t day)
{
	int32_t		since_monday = (day + 3) % 7;	/* 1970-01-01 was a Thursday */

	return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

int32_t
cq_day_week(int32_t day, int32_t *year)
{
	int32_t		thursday = day - cq_day_weekday(day) + 4;

	*year = cq_day_civil(thursday).year;
	return (thursday - cq_civil_day(*year, 1, 1)) / 7 + 1;
}

int32_t
cq_hijri_day(int32_t year, int32_t month, int32_t day)
{
	/* Months have 30 and 29 days by turns; eleven years of thirty have a day more. */
	return HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) / HIJRI_CYCLE_YEARS +
		(59 * (month - 1) + 1) / 2 + day - 1;
}

int32_t
cq_day_hijri_year(int32_t day)
{
	return (HIJRI_CYCLE_YEARS * (day - HIJRI_EPOCH) + HIJRI_CYCLE_DAYS + 15) / HIJRI_CYCLE_DAYS;
}

int32_t
cq_easter_day(int32_t year)
{
	int32_t		golden = year % 19;
	int32_t		century = year / 100;
	int32_t		epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 +
						 15) % 30;
	int32_t		weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 4) % 7;
	int32_t		late = (golden + 11 * epact + 22 * weekday) / 451;
	int32_t		march = epact + weekday - 7 * late + 22;

	return cq_civil_day(year, 3, 1) + march - 1;
}
