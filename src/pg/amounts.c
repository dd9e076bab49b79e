/*
 * amounts.c: sums, shares and quantities.
 */
#include "families.h"

static const CommuniqueColumn COLUMNS[] = {
	COMMUNIQUE_COLUMN(CqAmountRow, SURFACE, "surface", where),
	COMMUNIQUE_COLUMN(CqAmountRow, STRETCH_START, "start", where),
	COMMUNIQUE_COLUMN(CqAmountRow, STRETCH_LENGTH, "length", where),
	COMMUNIQUE_COLUMN(CqAmountRow, NUMERIC, "value", value),
	COMMUNIQUE_COLUMN(CqAmountRow, TEXT, "unit", unit),
	COMMUNIQUE_COLUMN(CqAmountRow, TEXT, "currency", currency),
	COMMUNIQUE_COLUMN(CqAmountRow, BOOL, "percent", percent),
	COMMUNIQUE_COLUMN(CqAmountRow, BOOL, "approx", approx),
	COMMUNIQUE_COLUMN(CqAmountRow, NUMERIC, "value_to", value_to),
};

const CommuniqueFamily communique_amounts_family =
COMMUNIQUE_FAMILY("amounts", CqAmountRow, amounts, amount_count, COLUMNS);

COMMUNIQUE_FUNCTION(amounts);
