/*
 * dateline.c: where, by whom and when the text was issued.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqDatelineRow, TEXT, "place", place),
	COMMUNIQUE_COLUMN(CqDatelineRow, TEXT, "country", country),
	COMMUNIQUE_COLUMN(CqDatelineRow, TEXT, "agency", agency),
	COMMUNIQUE_COLUMN(CqDatelineRow, DAY, "date", date),
};

const CommuniqueFamily communique_dateline_family =
COMMUNIQUE_FAMILY("dateline", CqDatelineRow, datelines, dateline_count, COLUMNS);

COMMUNIQUE_FUNCTION(dateline);
