/*
 * report_time.c: rows of dates, the dateline and amounts.
 */
#include "report.h"

#include "numbers.h"

void
cq_report_dates(CqAnalysis *analysis)
{
	CQ_LIST(CqDateRow) rows = {0};

	for (uint32_t i = 0; i < analysis->dates.len; i++)
	{
		const CqDate *date = &analysis->dates.at[i];
		CqDateRow  *row = cq_list_add(analysis->arena, &rows);

		row->where = cq_report_place(analysis, date->tokens);
		row->from = date->from;
		row->to = date->to;
		row->timex = date->timex;
		row->contradicted = date->contradicted;
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

	for (uint32_t i = 0; i < analysis->amounts.len; i++)
	{
		const CqAmount *amount = &analysis->amounts.at[i];
		CqAmountRow *row = cq_list_add(analysis->arena, &rows);

		row->where = cq_report_place(analysis, amount->tokens);
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
