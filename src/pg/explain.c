/*
 * explain.c: what made each mention, and what it beat.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqMentionRow, STRETCH_START, "start", where),
	COMMUNIQUE_COLUMN(CqMentionRow, STRETCH_LENGTH, "length", where),
	COMMUNIQUE_COLUMN(CqMentionRow, SURFACE, "surface", where),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXT, "kind", kind),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXT, "rule", rule),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXT, "entry", canonical),
	COMMUNIQUE_COLUMN(CqMentionRow, REAL, "confidence", confidence),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXTS, "beaten", beaten),
};

static const CommuniqueFamily communique_explain_family =
COMMUNIQUE_FAMILY("explain", CqMentionRow, mentions, mention_count, COLUMNS);

COMMUNIQUE_FUNCTION(explain);
