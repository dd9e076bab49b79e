/*
 * themes.c: what the text is about.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqThemeRow, TEXT, "theme", theme),
	COMMUNIQUE_COLUMN(CqThemeRow, TEXT, "label", label),
	COMMUNIQUE_COLUMN(CqThemeRow, TEXT, "iptc", iptc),
	COMMUNIQUE_COLUMN(CqThemeRow, REAL, "score", score),
	COMMUNIQUE_COLUMN(CqThemeRow, TEXTS, "evidence", evidence),
};

const CommuniqueFamily communique_themes_family =
COMMUNIQUE_FAMILY("themes", CqThemeRow, themes, theme_count, COLUMNS);

COMMUNIQUE_FUNCTION(themes);
