/*
 * dates.h: from words to days.
 *
 *		surface --cq_expression_read--> expression --cq_expression_days--> days --> TIMEX3
 *
 * An expression is what the words say ("21 février", "trimestre, the last one"); its days depend
 * on when it was said as well.
 */
#ifndef CQ_DATES_H
#define CQ_DATES_H

#include "../base/calendar.h"
#include "numbers.h"

/* What kind of expression, by what it needs to become days. */
typedef enum CqDateForm
{
	CQ_DATE_POINT,				/* a year, month or day, or two with all between */
	CQ_DATE_WEEKDAY,
	CQ_DATE_WORD,				/* "hier", "la veille" */
	CQ_DATE_UNIT,				/* "cette année", "fin du mois" */
	CQ_DATE_PERIOD,				/* "premier semestre", "cinq premiers mois de l'année" */
	CQ_DATE_SEASON,
	CQ_DATE_AWAY,				/* "dans dix jours", "un mois plus tôt" */
	CQ_DATE_LONG,				/* decades and centuries */
	CQ_DATE_HIJRI,
	CQ_DATE_FEAST
} CqDateForm;

/* Which part of a period. */
typedef enum CqPart
{
	CQ_PART_ALL, CQ_PART_BEGIN, CQ_PART_MID, CQ_PART_END, CQ_PART_FIRST_HALF, CQ_PART_SECOND_HALF
} CqPart;

/* One end of what is said; 0 where nothing is. */
typedef struct CqDatePoint
{
	int32_t		year;
	int32_t		day;
	uint8_t		month;
	uint8_t		weekday;
	uint8_t		part;			/* a CqPart */
} CqDatePoint;

/* A unit of time: one of the two is set, but for weekends. */
typedef struct CqTimeUnit
{
	int32_t		months;
	int32_t		days;
	bool		weekend;
} CqTimeUnit;

/* What "de l'année ..." adds. */
typedef enum CqFrame
{
	CQ_FRAME_NONE, CQ_FRAME_PLAIN, CQ_FRAME_THIS, CQ_FRAME_SAME
} CqFrame;

typedef struct CqExpression
{
	uint8_t		form;			/* a CqDateForm */
	uint8_t		frame;			/* a CqFrame */
	bool		range;			/* `to` is said too */
	bool		night;			/* "nuit de samedi à dimanche" */
	bool		this_one;		/* "ce", "cette" */
	bool		shifted;		/* `shift` is said */
	bool		sequel;			/* ... and counts from the date last spoken of */
	bool		other_day;		/* `word` does so */
	bool		vague;			/* "aujourd'hui", which may mean nowadays */
	int32_t		shift;			/* dernier -1, en cours 0, prochain 1 */
	int32_t		word;			/* hier -1, demain 1 */
	int32_t		ordinal;		/* -1: the last */
	int32_t		count;
	int32_t		away;			/* -1 before, 1 after */
	uint8_t		season;			/* 1 (spring) to 4 */
	CqTimeUnit	unit;
	CqDatePoint from;
	CqDatePoint to;
	CqString	daypart;		/* TIMEX3: MO, MI, AF, EV, NI */
	CqString	feast;			/* cell of holidays.tsv */
} CqExpression;

/* Where the verb puts a date. */
typedef enum CqTense
{
	CQ_TENSE_UNKNOWN, CQ_TENSE_OPEN, CQ_TENSE_UNTIL, CQ_TENSE_PRESENT, CQ_TENSE_PAST, CQ_TENSE_FUTURE
} CqTense;

/* Days found, both ends included. */
typedef struct CqDays
{
	CqDay		from;			/* CQ_NO_DATE: the text does not tell */
	CqDay		to;
	CqString	timex;
} CqDays;

/* When an expression was said. */
typedef struct CqTimes
{
	CqArena    *arena;
	CqDay		anchor;			/* of the text; CQ_NO_DATE: unknown */
	CqTense		tense;
	CqDay		last_day;		/* single day last spoken of, or CQ_NO_DATE */
	CqDays		last;			/* what was last spoken of that is as long as a month or year */
} CqTimes;

/* Read what the slots of a date say. */
void		cq_expression_read(const CqAnalysis *analysis, const CqChunk *chunk, CqExpression *expression);

/* Its surface: that of the chunk, but of "années 2021 et 2022" the years alone. */
CqSpan		cq_expression_tokens(const CqAnalysis *analysis, const CqChunk *chunk,
								 const CqExpression *expression);

/* The days of an expression; false if there are none such (31 février). */
bool		cq_expression_days(const CqExpression *expression, const CqTimes *times, CqDays *days);

/* Days of units, periods and seasons: the half of the work above that dateperiods.c does. */
bool		cq_unit_days(const CqExpression *expression, const CqTimes *times, CqDays *days);
bool		cq_away_days(const CqExpression *expression, const CqTimes *times, CqDays *days);
bool		cq_period_days(const CqExpression *expression, int32_t year, CqDays *days);
void		cq_season_days(const CqExpression *expression, int32_t year, CqDays *days);
void		cq_part_days(CqPart part, CqDays *days);

/* Write TIMEX3 values (timex.c). */
CqString	cq_timex(CqArena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
CqString	cq_timex_of_days(CqArena *arena, const CqDays *days);

#endif
