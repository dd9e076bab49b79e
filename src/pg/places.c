/*
 * places.c: geographic names.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqPlaceRow, TEXT, "place", place),
	COMMUNIQUE_COLUMN(CqPlaceRow, TEXT, "kind", kind),
	COMMUNIQUE_COLUMN(CqPlaceRow, TEXT, "country", country),
	COMMUNIQUE_COLUMN(CqPlaceRow, COUNT, "mentions", mentions),
	COMMUNIQUE_COLUMN(CqPlaceRow, START, "start", start),
};

const CommuniqueFamily communique_places_family =
COMMUNIQUE_FAMILY("places", CqPlaceRow, places, place_count, COLUMNS);

COMMUNIQUE_FUNCTION(places);
