/*
 * events.c: who did what with whom.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqEventRow, TEXT, "event", event),
	COMMUNIQUE_COLUMN(CqEventRow, TEXT, "cameo", cameo),
	COMMUNIQUE_COLUMN(CqEventRow, TEXTS, "actors", actors),
	COMMUNIQUE_COLUMN(CqEventRow, TEXTS, "targets", targets),
	COMMUNIQUE_COLUMN(CqEventRow, TEXTS, "others", others),
	COMMUNIQUE_COLUMN(CqEventRow, TEXT, "place", place),
	COMMUNIQUE_COLUMN(CqEventRow, DAY, "date", date),
	COMMUNIQUE_COLUMN(CqEventRow, STRETCH_START, "start", where),
	COMMUNIQUE_COLUMN(CqEventRow, STRETCH_LENGTH, "length", where),
	COMMUNIQUE_COLUMN(CqEventRow, SURFACE, "surface", where),
	COMMUNIQUE_COLUMN(CqEventRow, TEXT, "modality", modality),
	COMMUNIQUE_COLUMN(CqEventRow, TEXT, "outcome", outcome),
	COMMUNIQUE_COLUMN(CqEventRow, TEXT, "purpose", purpose),
};

const CommuniqueFamily communique_events_family =
COMMUNIQUE_FAMILY("events", CqEventRow, events, event_count, COLUMNS);

COMMUNIQUE_FUNCTION(events);
