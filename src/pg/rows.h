/*
 * rows.h: families of rows, described once for SQL and for jsonb.
 *
 * A family is a kind of row in the core's report, and the SQL function that yields it. Its file
 * lists the columns, in the order of SQL, and defines the function:
 *
 *		static const CommuniqueColumn COLUMNS[] = {
 *			COMMUNIQUE_COLUMN(CqPlaceRow, TEXT, "place", place),
 *			...
 *		};
 *		const CommuniqueFamily communique_places_family =
 *		COMMUNIQUE_FAMILY("places", CqPlaceRow, places, place_count, COLUMNS);
 *
 *		COMMUNIQUE_FUNCTION(places)
 */
#ifndef COMMUNIQUE_ROWS_H
#define COMMUNIQUE_ROWS_H

#include "glue.h"

#include "funcapi.h"

/* What a field is, and how SQL and jsonb show it. */
typedef enum CommuniqueColumnKind
{
	COMMUNIQUE_TEXT,			/* CqString: text; none is NULL */
	COMMUNIQUE_TEXTS,			/* CqStrings: text[], never NULL */
	COMMUNIQUE_PAIRS,			/* CqString "name=value", tab between: jsonb object of strings */
	COMMUNIQUE_NUMERIC,			/* CqString, a decimal number: numeric */
	COMMUNIQUE_COUNT,			/* int32: int */
	COMMUNIQUE_NUMBER,			/* int32 counted from 1: int; 0 is NULL */
	COMMUNIQUE_REAL,			/* float: real, four decimals */
	COMMUNIQUE_BOOL,			/* bool: boolean */
	COMMUNIQUE_DAY,				/* CqDay: date; CQ_NO_DATE is NULL */
	COMMUNIQUE_START,			/* uint32 start: int; 0 is NULL */
	COMMUNIQUE_STRETCH_START,	/* uint32 start, followed by its length: the start */
	COMMUNIQUE_STRETCH_LENGTH,	/* the same: the length */
	COMMUNIQUE_SURFACE			/* CqPlaceInText: text */
} CommuniqueColumnKind;

typedef struct CommuniqueColumn
{
	const char *name;
	CommuniqueColumnKind kind;
	Size		offset;			/* of the field in the row */
} CommuniqueColumn;

/* The most columns of a family. */
#define COMMUNIQUE_COLUMNS_MAX 16

typedef struct CommuniqueFamily
{
	const char *name;			/* as the SQL function, and the key in analyze */
	const CommuniqueColumn *columns;
	int			column_count;
	Size		row_size;
	Size		rows;			/* offset in CqReport of the pointer to the rows */
	Size		row_count;		/* offset in CqReport of their number */
} CommuniqueFamily;

#define COMMUNIQUE_COLUMN(row, kind, name, field) {name, COMMUNIQUE_##kind, offsetof(row, field)}
#define COMMUNIQUE_FAMILY(name, row, rows, count, columns) \
	{name, columns, lengthof(columns), sizeof(row), offsetof(CqReport, rows), \
	 offsetof(CqReport, count)}

/* A family that is no part of a report. */
#define COMMUNIQUE_CATALOG(name, columns) {name, columns, lengthof(columns), 0, 0, 0}

/* Define the set-returning function communique.<name>, of the family whose columns are COLUMNS. */
#define COMMUNIQUE_FUNCTION(name) \
	PG_FUNCTION_INFO_V1(communique_##name); \
	Datum communique_##name(PG_FUNCTION_ARGS) \
	{ \
		return communique_rows(fcinfo, &communique_##name##_family); \
	} \
	StaticAssertDecl(lengthof(COLUMNS) <= COMMUNIQUE_COLUMNS_MAX, "too many columns")

/* Yield all rows of a family for the function's arguments; none if the body is NULL. */
Datum		communique_rows(FunctionCallInfo fcinfo, const CommuniqueFamily *family);

/* Yield one row; `body` may be NULL if no column speaks of places in a text. */
void		communique_put_row(ReturnSetInfo *result, const CommuniqueFamily *family,
							   const void *row, const CommuniqueBody *body);

/* The rows of a family in a report, and their number. */
static inline const char *
communique_family_rows(const CommuniqueFamily *family, const CqReport *report, uint32 *count)
{
	*count = *(const uint32 *) ((const char *) report + family->row_count);
	return *(char *const *) ((const char *) report + family->rows);
}

/* ---- values.c: fields as SQL and jsonb have them */

/* A string as text. */
Datum		communique_text(CqString string);

/* A list of strings as text[]. */
Datum		communique_text_array(const CqString *strings, uint32 len);

/* A field as a datum. */
Datum		communique_value(const CommuniqueColumn *column, const void *row,
							 const CommuniqueBody *body, bool *isnull);

/* The stretch of the original that a field of kind START, STRETCH_* or SURFACE speaks of. */
CommuniqueSlice communique_stretch(const CommuniqueColumn *column, const void *row,
								   const CommuniqueBody *body);

/* A day as PostgreSQL counts; false if it has no such day. */
bool		communique_date(CqDay day, int32 *date);

/* Confidences and scores have four decimals: this many of 1 / COMMUNIQUE_REAL_UNITS. */
#define COMMUNIQUE_REAL_DECIMALS 4
#define COMMUNIQUE_REAL_UNITS 10000
int64		communique_real_units(float value);

#endif
