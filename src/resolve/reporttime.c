/*
 * reporttime.c: rows of dates, the dateline and amounts.
 */
#include "numbers.h"

/* Where tokens stand; `characters` counts up to byte `at` and moves on, so that all is linear. */
static CqPlaceInText
place_of(const CqAnalysis *analysis, CqSpan tokens, uint32_t *at, uint32_t *characters)
{
	const char *body = analysis->text.body.bytes;
	uint32_t	start = analysis->text.tokens.at[tokens.start].start;
	CqPlaceInText place;

	if (start < *at)
		*at = *characters = 0;
	*characters += cq_utf8_count(body + *at, start - *at);
	*at = start;
	place.surface = cq_text_surface(&analysis->text, tokens.start, tokens.end - 1);
	place.start = *characters + 1;
	place.length = cq_utf8_count(place.surface.bytes, place.surface.len);
	return place;
}

void
cq_report_dates(CqAnalysis *analysis)
{
	CQ_LIST(CqDateRow) rows = {0};
	uint32_t	at = 0;
	uint32_t	characters = 0;

	for (uint32_t i = 0; i < analysis->dates.len; i++)
	{
		const CqDate *date = &analysis->dates.at[i];
		CqDateRow  *row = cq_list_add(analysis->arena, &rows);

		*row = (CqDateRow) {place_of(analysis, date->tokens, &at, &characters), date->from, date->to, date->timex,
			date->contradicted};
	}
	analysis->report->dates = rows.at;
	analysis->report->date_count = rows.len;
}

void
cq_report_dateline(CqAnalysis *analysis)
{
	analysis->report->datelines = &analysis->dateline;
	analysis->report->dateline_count = analysis->has_dateline;
}

void
cq_report_amounts(CqAnalysis *analysis)
{
	CQ_LIST(CqAmountRow) rows = {0};
	uint32_t	at = 0;
	uint32_t	characters = 0;

	for (uint32_t i = 0; i < analysis->amounts.len; i++)
	{
		const CqAmount *amount = &analysis->amounts.at[i];
		CqAmountRow *row = cq_list_add(analysis->arena, &rows);

		row->where = place_of(analysis, amount->tokens, &at, &characters);
		row->value = cq_decimal_write(analysis->arena, amount->value);
		row->value_to = amount->ranges ? cq_decimal_write(analysis->arena, amount->value_to) : CQ_NONE;
		row->unit = amount->unit;
		row->currency = amount->currency;
		row->percent = amount->percent;
		row->approx = amount->approx;
	}
	analysis->report->amounts = rows.at;
	analysis->report->amount_count = rows.len;
}
