/*
 * json.c: from a report to jsonb.
 *
 * pushJsonbValue grows its arrays as values come, and in the end sorts the keys of each object
 * and looks for doubles. Here all is known in advance: how many rows there are, what their keys
 * are. So the tree of JsonbValue is laid out in place, with the keys in the order that jsonb
 * stores them (by length, then by bytes), and handed to JsonbValueToJsonb at once.
 */
#include "json.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/json.h"
#include "utils/numeric.h"

/* Does jsonb store the key `a` before `b`? */
static bool
key_is_before(const char *a, const char *b)
{
	size_t		a_len = strlen(a);
	size_t		b_len = strlen(b);

	return a_len != b_len ? a_len < b_len : memcmp(a, b, a_len) < 0;
}

/* Insert `item` into `order`, which holds `count` indexes of `names` in the order of keys. */
static void
order_insert(uint8 *order, int count, const char *const *names, int item)
{
	int			at = count;

	while (at > 0 && key_is_before(names[item], names[order[at - 1]]))
	{
		order[at] = order[at - 1];
		at--;
	}
	order[at] = item;
}

/* Make a string. */
static void
set_string(JsonbValue *value, CqString string)
{
	value->type = jbvString;
	value->val.string.val = (char *) string.bytes;
	value->val.string.len = string.len;
}

/* Make a string, or null for none. */
static void
set_text(JsonbValue *value, CqString string)
{
	if (string.bytes == NULL)
		value->type = jbvNull;
	else
		set_string(value, communique_encode(string));
}

/* Make a whole number. */
static void
set_int(JsonbValue *value, int64 number)
{
	value->type = jbvNumeric;
	value->val.numeric = int64_to_numeric(number);
}

/* Make a number counted from 1, or null for 0. */
static void
set_number(JsonbValue *value, int64 number)
{
	if (number == 0)
		value->type = jbvNull;
	else
		set_int(value, number);
}

/* Make a number with decimals, as few as it needs. */
static void
set_real(JsonbValue *value, float real)
{
	int64		units = communique_real_units(real);
	int			decimals = COMMUNIQUE_REAL_DECIMALS;

	while (decimals > 0 && units % 10 == 0)
	{
		units /= 10;
		decimals--;
	}
	value->type = jbvNumeric;
	value->val.numeric = decimals == 0 ? int64_to_numeric(units) :
		int64_div_fast_to_numeric(units, decimals);
}

/* Make a date, written as to_jsonb writes it, or null. */
static void
set_day(JsonbValue *value, CqDay day)
{
	char	   *buffer;
	int32		date;

	value->type = jbvNull;
	if (!communique_date(day, &date))
		return;
	buffer = palloc(MAXDATELEN + 1);
	JsonEncodeDateTime(buffer, DateADTGetDatum(date), DATEOID, NULL);
	set_string(value, cq_string(buffer));
}

/* Make an array of strings. */
static void
set_texts(JsonbValue *value, const CqStrings *strings)
{
	value->type = jbvArray;
	value->val.array.nElems = strings->len;
	value->val.array.rawScalar = false;
	value->val.array.elems = palloc_array(JsonbValue, Max(strings->len, 1));
	for (uint32 i = 0; i < strings->len; i++)
		set_text(&value->val.array.elems[i], strings->at[i]);
}

/* Make a decimal number, or null for none. */
static void
set_numeric(JsonbValue *value, const CommuniqueColumn *column, const void *row)
{
	bool		isnull;
	Datum		number = communique_value(column, row, NULL, &isnull);

	value->type = isnull ? jbvNull : jbvNumeric;
	value->val.numeric = isnull ? NULL : DatumGetNumeric(number);
}

/* Make a field's value. */
static void
set_value(JsonbValue *value, const CommuniqueColumn *column, const void *row,
		  const CommuniqueBody *body)
{
	const void *field = (const char *) row + column->offset;

	switch (column->kind)
	{
		case COMMUNIQUE_PAIRS:	/* of catalogs only, which are not in jsonb */
		case COMMUNIQUE_TEXT:
			set_text(value, *(const CqString *) field);
			break;
		case COMMUNIQUE_TEXTS:
			set_texts(value, field);
			break;
		case COMMUNIQUE_NUMERIC:
			set_numeric(value, column, row);
			break;
		case COMMUNIQUE_COUNT:
			set_int(value, *(const int32 *) field);
			break;
		case COMMUNIQUE_NUMBER:
			set_number(value, *(const int32 *) field);
			break;
		case COMMUNIQUE_REAL:
			set_real(value, *(const float *) field);
			break;
		case COMMUNIQUE_BOOL:
			value->type = jbvBool;
			value->val.boolean = *(const bool *) field;
			break;
		case COMMUNIQUE_DAY:
			set_day(value, *(const CqDay *) field);
			break;
		case COMMUNIQUE_START:
		case COMMUNIQUE_STRETCH_START:
			set_number(value, communique_stretch(column, row, body).start);
			break;
		case COMMUNIQUE_STRETCH_LENGTH:
			set_int(value, communique_stretch(column, row, body).length);
			break;
		case COMMUNIQUE_SURFACE:
			set_string(value, communique_stretch(column, row, body).bytes);
			break;
	}
}

/* Make the object of one row. */
static void
set_row(JsonbValue *value, const CommuniqueFamily *family, const uint8 *order, const void *row,
		const CommuniqueBody *body)
{
	JsonbPair  *pair = palloc_array(JsonbPair, family->column_count);

	value->type = jbvObject;
	value->val.object.nPairs = family->column_count;
	value->val.object.pairs = pair;
	for (int i = 0; i < family->column_count; i++, pair++)
	{
		const CommuniqueColumn *column = &family->columns[order[i]];

		set_string(&pair->key, cq_string(column->name));
		set_value(&pair->value, column, row, body);
	}
}

/* Make the array of a family's rows. */
static void
set_family(JsonbValue *value, const CommuniqueFamily *family, const CommuniqueReading *reading)
{
	uint32		count;
	const char *rows = communique_family_rows(family, reading->report, &count);
	const char *names[COMMUNIQUE_COLUMNS_MAX];
	uint8		order[COMMUNIQUE_COLUMNS_MAX];

	for (int i = 0; i < family->column_count; i++)
	{
		names[i] = family->columns[i].name;
		order_insert(order, i, names, i);
	}
	value->type = jbvArray;
	value->val.array.nElems = count;
	value->val.array.rawScalar = false;
	value->val.array.elems = palloc_array(JsonbValue, Max(count, 1));
	for (uint32 i = 0; i < count; i++)
		set_row(&value->val.array.elems[i], family, order, rows + family->row_size * i,
				&reading->body);
}

Jsonb *
communique_json(const CommuniqueFamily *const *families, int family_count,
				const CommuniqueReading *reading)
{
	JsonbValue	object = {.type = jbvObject};
	JsonbPair  *pairs = palloc_array(JsonbPair, family_count);
	const char **names = palloc_array(const char *, family_count);
	uint8	   *order = palloc_array(uint8, family_count);

	for (int i = 0; i < family_count; i++)
	{
		names[i] = families[i]->name;
		order_insert(order, i, names, i);
	}
	object.val.object.nPairs = family_count;
	object.val.object.pairs = pairs;
	for (int i = 0; i < family_count; i++)
	{
		set_string(&pairs[i].key, cq_string(names[order[i]]));
		set_family(&pairs[i].value, families[order[i]], reading);
	}
	return JsonbValueToJsonb(&object);
}
