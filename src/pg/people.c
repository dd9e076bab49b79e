/*
 * people.c: named persons who hold no office.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqPersonRow, TEXT, "person", person),
	COMMUNIQUE_COLUMN(CqPersonRow, TEXT, "gender", gender),
	COMMUNIQUE_COLUMN(CqPersonRow, COUNT, "mentions", mentions),
	COMMUNIQUE_COLUMN(CqPersonRow, START, "start", start),
	COMMUNIQUE_COLUMN(CqPersonRow, REAL, "confidence", confidence),
};

const CommuniqueFamily communique_people_family =
COMMUNIQUE_FAMILY("people", CqPersonRow, people, person_count, COLUMNS);

COMMUNIQUE_FUNCTION(people);
