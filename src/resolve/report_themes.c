/* report_themes.c: rows of themes. */
#include "report.h"

/* Label and IPTC number of a theme. */
static void
fill_theme(const CqAnalysis *analysis, CqThemeRow *row)
{
	CqSense		sense;

	for (uint32_t i = 0; cq_class_entry(analysis->lexicon, CQ_CLASS_THEME_CATALOG, i, &sense); i++)
	{
		if (!cq_string_equal(cq_sense_canonical(analysis->lexicon, &sense), row->theme))
			continue;
		row->label = cq_sense_attribute(analysis->lexicon, &sense, CQ_THEME_CATALOG_LABEL);
		row->iptc = cq_sense_attribute(analysis->lexicon, &sense, CQ_THEME_CATALOG_IPTC);
	}
}

void
cq_report_themes(CqAnalysis *analysis)
{
	CQ_LIST(CqThemeRow) rows = {0};

	for (uint32_t i = 0; i < analysis->themes.len; i++)
	{
		const CqThemeSum *sum = &analysis->themes.at[i];
		CqThemeRow *row = cq_list_add(analysis->arena, &rows);

		row->theme = sum->theme;
		row->score = sum->score;
		row->evidence = sum->evidence;
		fill_theme(analysis, row);
	}
	analysis->report->themes = rows.at;
	analysis->report->theme_count = rows.len;
}
