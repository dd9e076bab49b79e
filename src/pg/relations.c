/*
 * relations.c: who holds, heads or accompanies what or whom.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqRelationRow, TEXT, "subject", subject),
	COMMUNIQUE_COLUMN(CqRelationRow, TEXT, "relation", relation),
	COMMUNIQUE_COLUMN(CqRelationRow, TEXT, "object", object),
	COMMUNIQUE_COLUMN(CqRelationRow, STRETCH_START, "start", start),
	COMMUNIQUE_COLUMN(CqRelationRow, STRETCH_LENGTH, "length", start),
};

const CommuniqueFamily communique_relations_family =
COMMUNIQUE_FAMILY("relations", CqRelationRow, relations, relation_count, COLUMNS);

COMMUNIQUE_FUNCTION(relations);
