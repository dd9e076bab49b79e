/*
 * mentions.c: every settled span of the text, with what it refers to.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqMentionRow, STRETCH_START, "start", where),
	COMMUNIQUE_COLUMN(CqMentionRow, STRETCH_LENGTH, "length", where),
	COMMUNIQUE_COLUMN(CqMentionRow, SURFACE, "surface", where),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXT, "kind", kind),
	COMMUNIQUE_COLUMN(CqMentionRow, NUMBER, "entity", entity),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXT, "canonical", canonical),
	COMMUNIQUE_COLUMN(CqMentionRow, TEXT, "rule", rule),
	COMMUNIQUE_COLUMN(CqMentionRow, REAL, "confidence", confidence),
};

const CommuniqueFamily communique_mentions_family =
COMMUNIQUE_FAMILY("mentions", CqMentionRow, mentions, mention_count, COLUMNS);

COMMUNIQUE_FUNCTION(mentions);
