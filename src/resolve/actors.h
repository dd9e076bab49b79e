/*
 * actors.h: who can act or speak.
 */
#ifndef CQ_ACTORS_H
#define CQ_ACTORS_H

#include "officials.h"

/* The name that rows give an actor: a person, a role, an institution, a group's words, a country. */
CqString	cq_actor_name(CqAnalysis *analysis, const CqActor *actor);

/* The actor that a unit of the clauses round stands for; NULL if it stands for none. */
const CqActor *cq_unit_actor(const CqAnalysis *analysis, const CqUnit *unit);

#endif
