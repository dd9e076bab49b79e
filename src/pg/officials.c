/*
 * officials.c: who holds which office, and offices named without their holder.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqOfficialRow, TEXT, "official", official),
	COMMUNIQUE_COLUMN(CqOfficialRow, TEXT, "role", role),
	COMMUNIQUE_COLUMN(CqOfficialRow, TEXT, "role_kind", role_kind),
	COMMUNIQUE_COLUMN(CqOfficialRow, TEXT, "institution", institution),
	COMMUNIQUE_COLUMN(CqOfficialRow, TEXT, "country", country),
	COMMUNIQUE_COLUMN(CqOfficialRow, TEXT, "gender", gender),
	COMMUNIQUE_COLUMN(CqOfficialRow, COUNT, "mentions", mentions),
	COMMUNIQUE_COLUMN(CqOfficialRow, START, "start", start),
	COMMUNIQUE_COLUMN(CqOfficialRow, REAL, "confidence", confidence),
};

const CommuniqueFamily communique_officials_family =
COMMUNIQUE_FAMILY("officials", CqOfficialRow, officials, official_count, COLUMNS);

COMMUNIQUE_FUNCTION(officials);
