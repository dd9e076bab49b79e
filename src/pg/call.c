/*
 * call.c: from a function's arguments to a reading.
 *
 * Every function takes (body text [, published date [, country text]]), and none is STRICT in
 * published and country: NULL there means "not known".
 */
#include "glue.h"

#include "utils/date.h"

/* Days from 1970-01-01, where the core counts from, to 2000-01-01, where PostgreSQL does. */
#define DAYS_TO_POSTGRES (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

/* Is there such an argument, and is it given? */
static bool
argument_is_given(FunctionCallInfo fcinfo, int number)
{
	return PG_NARGS() > number && !PG_ARGISNULL(number);
}

/* A text argument, where it stands; detoasted if it must be. */
static CqString
text_argument(FunctionCallInfo fcinfo, int number)
{
	text	   *value = PG_GETARG_TEXT_PP(number);

	return (CqString) {VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)};
}

/* The article's date; infinity tells nothing. */
static CqDay
published_argument(FunctionCallInfo fcinfo, int number)
{
	DateADT		date = PG_GETARG_DATEADT(number);

	return DATE_NOT_FINITE(date) ? CQ_NO_DATE : date + DAYS_TO_POSTGRES;
}

/* Check the country's code, and write it to the question in capitals. */
static void
set_country(CommuniqueQuestion *question, CqString code)
{
	CqString	capitals = {question->country, sizeof(question->country)};

	if (code.len != capitals.len)
		communique_raise(CQ_BAD_COUNTRY, code);
	for (int i = 0; i < capitals.len; i++)
		question->country[i] = pg_ascii_toupper(code.bytes[i]);
	if (!cq_country_is_known(communique_session()->engine, capitals))
		communique_raise(CQ_BAD_COUNTRY, code);
	question->context.country = capitals;
}

const CommuniqueReading *
communique_call(FunctionCallInfo fcinfo, CommuniqueFace face)
{
	CommuniqueQuestion question = {.context.published = CQ_NO_DATE,.face = face};

	if (!argument_is_given(fcinfo, 0))
		return NULL;
	question.body = text_argument(fcinfo, 0);
	if (argument_is_given(fcinfo, 1))
		question.context.published = published_argument(fcinfo, 1);
	if (argument_is_given(fcinfo, 2))
		set_country(&question, text_argument(fcinfo, 2));
	return communique_read(&question);
}
