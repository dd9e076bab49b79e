/*
 * json.h: families of rows as jsonb.
 */
#ifndef COMMUNIQUE_JSON_H
#define COMMUNIQUE_JSON_H

#include "rows.h"
#include "utils/jsonb.h"

/* One object: for each family its name and the array of its rows. */
Jsonb	   *communique_json(const CommuniqueFamily *const *families, int family_count,
							const CommuniqueReading *reading);

#endif
