/*
 * dates.c: days and periods that the text speaks of.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqDateRow, SURFACE, "surface", where),
	COMMUNIQUE_COLUMN(CqDateRow, STRETCH_START, "start", where),
	COMMUNIQUE_COLUMN(CqDateRow, STRETCH_LENGTH, "length", where),
	COMMUNIQUE_COLUMN(CqDateRow, DAY, "date_from", from),
	COMMUNIQUE_COLUMN(CqDateRow, DAY, "date_to", to),
	COMMUNIQUE_COLUMN(CqDateRow, TEXT, "timex", timex),
};

const CommuniqueFamily communique_dates_family =
COMMUNIQUE_FAMILY("dates", CqDateRow, dates, date_count, COLUMNS);

COMMUNIQUE_FUNCTION(dates);
