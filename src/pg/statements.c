/*
 * statements.c: who said what.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqStatementRow, TEXT, "speaker", speaker),
	COMMUNIQUE_COLUMN(CqStatementRow, TEXT, "speaker_kind", speaker_kind),
	COMMUNIQUE_COLUMN(CqStatementRow, TEXT, "verb", verb),
	COMMUNIQUE_COLUMN(CqStatementRow, TEXT, "act", act),
	COMMUNIQUE_COLUMN(CqStatementRow, TEXT, "quote", quote),
	COMMUNIQUE_COLUMN(CqStatementRow, BOOL, "direct", direct),
	COMMUNIQUE_COLUMN(CqStatementRow, STRETCH_START, "start", start),
	COMMUNIQUE_COLUMN(CqStatementRow, STRETCH_LENGTH, "length", start),
	COMMUNIQUE_COLUMN(CqStatementRow, TEXT, "polarity", polarity),
};

const CommuniqueFamily communique_statements_family =
COMMUNIQUE_FAMILY("statements", CqStatementRow, statements, statement_count, COLUMNS);

COMMUNIQUE_FUNCTION(statements);
