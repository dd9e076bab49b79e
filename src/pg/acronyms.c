/*
 * acronyms.c: short forms that the text explains.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqAcronymRow, TEXT, "acronym", acronym),
	COMMUNIQUE_COLUMN(CqAcronymRow, TEXT, "expansion", expansion),
	COMMUNIQUE_COLUMN(CqAcronymRow, STRETCH_START, "start", where),
	COMMUNIQUE_COLUMN(CqAcronymRow, STRETCH_LENGTH, "length", where),
};

const CommuniqueFamily communique_acronyms_family =
COMMUNIQUE_FAMILY("acronyms", CqAcronymRow, acronyms, acronym_count, COLUMNS);

COMMUNIQUE_FUNCTION(acronyms);
