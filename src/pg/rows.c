/*
 * rows.c: from a report to rows, in materialize mode.
 */
#include "rows.h"

#include "utils/tuplestore.h"

void
communique_put_row(ReturnSetInfo *result, const CommuniqueFamily *family, const void *row,
				   const CommuniqueBody *body)
{
	Datum		values[COMMUNIQUE_COLUMNS_MAX];
	bool		nulls[COMMUNIQUE_COLUMNS_MAX];

	for (int i = 0; i < family->column_count; i++)
		values[i] = communique_value(&family->columns[i], row, body, &nulls[i]);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Does the SQL definition have the columns that the rows have? */
static void
check_columns(const ReturnSetInfo *result, const CommuniqueFamily *family)
{
	if (result->setDesc->natts != family->column_count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_FUNCTION_DEFINITION),
				 errmsg("communique.%s has %d columns, the module yields %d", family->name,
						result->setDesc->natts, family->column_count),
				 errhint("Run ALTER EXTENSION communique UPDATE.")));
}

Datum
communique_rows(FunctionCallInfo fcinfo, const CommuniqueFamily *family)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	const CommuniqueReading *reading;
	const char *rows;
	uint32		count;

	InitMaterializedSRF(fcinfo, 0);
	check_columns(result, family);
	reading = communique_call(fcinfo, COMMUNIQUE_USER);
	if (reading == NULL)
		return (Datum) 0;
	rows = communique_family_rows(family, reading->report, &count);
	for (uint32 i = 0; i < count; i++)
		communique_put_row(result, family, rows + family->row_size * i, &reading->body);
	return (Datum) 0;
}
