/*
 * values.c: fields of the core's rows as datums.
 */
#include "rows.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/jsonb.h"
#include "utils/numeric.h"

/* Days from 1970-01-01, where the core counts from, to 2000-01-01, where PostgreSQL does. */
#define DAYS_TO_POSTGRES (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

Datum
communique_text(CqString string)
{
	CqString	written = communique_encode(string);

	return PointerGetDatum(cstring_to_text_with_len(written.bytes, written.len));
}

Datum
communique_text_array(const CqString *strings, uint32 len)
{
	Datum	   *texts = palloc_array(Datum, Max(len, 1));

	for (uint32 i = 0; i < len; i++)
		texts[i] = communique_text(strings[i]);
	return PointerGetDatum(construct_array(texts, len, TEXTOID, -1, false, TYPALIGN_INT));
}

bool
communique_date(CqDay day, int32 *date)
{
	if (day == CQ_NO_DATE || day < DATETIME_MIN_JULIAN - UNIX_EPOCH_JDATE ||
		day >= DATE_END_JULIAN - UNIX_EPOCH_JDATE)
		return false;
	*date = day - DAYS_TO_POSTGRES;
	return true;
}

int64
communique_real_units(float value)
{
	return (int64) rint((double) value * COMMUNIQUE_REAL_UNITS);
}

/* A decimal number. */
static Datum
numeric_value(CqString string)
{
	return DirectFunctionCall3(numeric_in, CStringGetDatum(pnstrdup(string.bytes, string.len)),
							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

/* A stretch of bytes as text. */
static Datum
slice_text(CommuniqueSlice slice)
{
	return PointerGetDatum(cstring_to_text_with_len(slice.bytes.bytes, slice.bytes.len));
}

/* Set aside the string before the next `mark`, and move past it. */
static CqString
cut_before(CqString *rest, char mark)
{
	const char *at = memchr(rest->bytes, mark, rest->len);
	uint32		len = at != NULL ? (uint32) (at - rest->bytes) : rest->len;
	uint32		used = at != NULL ? len + 1 : len;
	CqString	cut = {rest->bytes, len};

	rest->bytes += used;
	rest->len -= used;
	return cut;
}

/* Push a string of an object. */
static void
push_string(JsonbParseState **state, JsonbIteratorToken token, CqString string)
{
	CqString	written = communique_encode(string);
	JsonbValue	value = {.type = jbvString};

	value.val.string.val = (char *) written.bytes;
	value.val.string.len = written.len;
	pushJsonbValue(state, token, &value);
}

/* "kind=minister<tab>country=MA" as an object. */
static Datum
pairs_value(CqString pairs)
{
	JsonbParseState *state = NULL;

	pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
	while (pairs.len > 0)
	{
		CqString	pair = cut_before(&pairs, '\t');
		CqString	name = cut_before(&pair, '=');

		push_string(&state, WJB_KEY, name);
		push_string(&state, WJB_VALUE, pair);
	}
	return JsonbPGetDatum(JsonbValueToJsonb(pushJsonbValue(&state, WJB_END_OBJECT, NULL)));
}

CommuniqueSlice
communique_stretch(const CommuniqueColumn *column, const void *row, const CommuniqueBody *body)
{
	const uint32 *numbers = (const uint32 *) ((const char *) row + column->offset);

	switch (column->kind)
	{
		case COMMUNIQUE_SURFACE:
			return communique_slice(body, numbers[0], numbers[1],
									((const CqPlaceInText *) numbers)->surface);
		case COMMUNIQUE_START:
			return communique_slice(body, numbers[0], numbers[0] > 0 ? 1 : 0, CQ_NONE);
		default:
			return communique_slice(body, numbers[0], numbers[1], CQ_NONE);
	}
}

/* A field that may be none. */
static Datum
string_value(const CommuniqueColumn *column, const CqString *string, bool *isnull)
{
	*isnull = string->bytes == NULL;
	if (*isnull)
		return (Datum) 0;
	if (column->kind == COMMUNIQUE_NUMERIC)
		return numeric_value(*string);
	if (column->kind == COMMUNIQUE_PAIRS)
		return pairs_value(*string);
	return communique_text(*string);
}

Datum
communique_value(const CommuniqueColumn *column, const void *row, const CommuniqueBody *body,
				 bool *isnull)
{
	const void *field = (const char *) row + column->offset;
	int32		number;

	*isnull = false;
	switch (column->kind)
	{
		case COMMUNIQUE_TEXT:
		case COMMUNIQUE_PAIRS:
		case COMMUNIQUE_NUMERIC:
			return string_value(column, field, isnull);
		case COMMUNIQUE_TEXTS:
			return communique_text_array(((const CqStrings *) field)->at,
										 ((const CqStrings *) field)->len);
		case COMMUNIQUE_COUNT:
			return Int32GetDatum(*(const int32 *) field);
		case COMMUNIQUE_NUMBER:
			*isnull = *(const int32 *) field == 0;
			return Int32GetDatum(*(const int32 *) field);
		case COMMUNIQUE_REAL:
			return Float4GetDatum((float4) communique_real_units(*(const float *) field) /
								  COMMUNIQUE_REAL_UNITS);
		case COMMUNIQUE_BOOL:
			return BoolGetDatum(*(const bool *) field);
		case COMMUNIQUE_DAY:
			*isnull = !communique_date(*(const CqDay *) field, &number);
			return *isnull ? (Datum) 0 : DateADTGetDatum(number);
		case COMMUNIQUE_START:
		case COMMUNIQUE_STRETCH_START:
			*isnull = *(const uint32 *) field == 0;
			return Int32GetDatum(communique_stretch(column, row, body).start);
		case COMMUNIQUE_STRETCH_LENGTH:
			return Int32GetDatum(communique_stretch(column, row, body).length);
		case COMMUNIQUE_SURFACE:
			return slice_text(communique_stretch(column, row, body));
	}
	pg_unreachable();
}
