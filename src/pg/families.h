/*
 * families.h: the families that make up a report, each in the file of its name.
 */
#ifndef COMMUNIQUE_FAMILIES_H
#define COMMUNIQUE_FAMILIES_H

#include "rows.h"

extern const CommuniqueFamily communique_mentions_family;
extern const CommuniqueFamily communique_officials_family;
extern const CommuniqueFamily communique_institutions_family;
extern const CommuniqueFamily communique_themes_family;
extern const CommuniqueFamily communique_people_family;
extern const CommuniqueFamily communique_places_family;
extern const CommuniqueFamily communique_dates_family;
extern const CommuniqueFamily communique_acronyms_family;
extern const CommuniqueFamily communique_dateline_family;
extern const CommuniqueFamily communique_statements_family;
extern const CommuniqueFamily communique_events_family;
extern const CommuniqueFamily communique_relations_family;
extern const CommuniqueFamily communique_amounts_family;

#endif
