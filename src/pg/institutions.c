/*
 * institutions.c: bodies that the text names.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqInstitutionRow, TEXT, "institution", institution),
	COMMUNIQUE_COLUMN(CqInstitutionRow, TEXT, "kind", kind),
	COMMUNIQUE_COLUMN(CqInstitutionRow, TEXT, "acronym", acronym),
	COMMUNIQUE_COLUMN(CqInstitutionRow, TEXT, "country", country),
	COMMUNIQUE_COLUMN(CqInstitutionRow, COUNT, "mentions", mentions),
	COMMUNIQUE_COLUMN(CqInstitutionRow, START, "start", start),
	COMMUNIQUE_COLUMN(CqInstitutionRow, REAL, "confidence", confidence),
};

const CommuniqueFamily communique_institutions_family =
COMMUNIQUE_FAMILY("institutions", CqInstitutionRow, institutions, institution_count, COLUMNS);

COMMUNIQUE_FUNCTION(institutions);
