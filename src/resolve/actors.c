/*
 * actors.c: the units of the clauses round.
 *
 * "Le ministre de l'Intérieur, Abdelouafi Laftit, a reçu ..." has one actor, from "Le" to "Laftit": the
 * rules for officials saw that office and name stand beside each other. A name, office or
 * institution that stands alone is an actor too. With quotations standing as one unit each, a
 * sentence becomes short enough for rules of who did what to whom.
 */
#include <stdlib.h>

#include "actors.h"

#include "writing.h"

typedef CQ_LIST(CqActor) Actors;

/* The person named in units [start, end) of the mentions round; CQ_NOBODY if none is. */
static uint32_t
person_within(CqAnalysis *analysis, CqSpan span)
{
	for (uint32_t i = span.start; i < span.end; i++)
	{
		const CqChunk *chunk = cq_unit_chunk(analysis, &analysis->units[CQ_ROUND_MENTIONS].at[i]);

		if (chunk != NULL && chunk->kind == CQ_CHUNK_NAME)
			return chunk->referent;
	}
	return CQ_NOBODY;
}

/* Add the actor of an office and a name that stand beside each other. */
static void
add_apposition(CqAnalysis *analysis, Actors *actors, const CqCandidate *candidate)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_MENTIONS];
	uint32_t	person = person_within(analysis, candidate->span);
	CqActor    *actor;

	if (person == CQ_NOBODY)
		return;
	actor = cq_list_add(analysis->arena, actors);
	actor->tokens = (CqSpan) {units->at[candidate->span.start].first, units->at[candidate->span.end - 1].end};
	actor->kind = CQ_ACTOR_PERSON;
	actor->referent = person;
	actor->gender = analysis->persons.at[person].gender;
}

/* Make the actor of a chunk that stands alone; false if it is none. */
static bool
actor_of_chunk(const CqAnalysis *analysis, const CqChunk *chunk, CqActor *actor)
{
	*actor = (CqActor) {.tokens = chunk->tokens, .gender = chunk->gender, .plural = chunk->plural,
	.referent = chunk->referent};
	if (chunk->parent != CQ_NOBODY || chunk->referent == CQ_NOBODY)
		return false;
	if (chunk->kind == CQ_CHUNK_NAME)
		actor->kind = CQ_ACTOR_PERSON;
	else if (chunk->kind == CQ_CHUNK_INSTITUTION)
		actor->kind = CQ_ACTOR_BODY;
	else if (chunk->kind == CQ_CHUNK_OFFICE)
	{
		const CqOffice *office = &analysis->offices.at[chunk->referent];

		actor->kind = CQ_ACTOR_OFFICE;
		if (office->holder != CQ_NOBODY || office->reference)
		{
			actor->kind = CQ_ACTOR_PERSON;
			actor->referent = office->holder != CQ_NOBODY ? office->holder : office->referent;
		}
	}
	else
		return false;
	return true;
}

/* Take the article, civility or rank before an actor in. */
static void
extend_left(const CqAnalysis *analysis, CqActor *actor, uint32_t stop)
{
	static const char *const ARTICLES[] = {"le", "la", "l'", "les", "son", "sa", "ses", "leur", "leurs"};
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, actor->tokens.start);

	while (at > 0 && units->at[at - 1].first >= stop)
	{
		const CqUnit *unit = &units->at[at - 1];
		bool		takes = cq_unit_is(analysis->lexicon, unit, CQ_CLASS_CIVILITIES) ||
			cq_unit_is(analysis->lexicon, unit, CQ_CLASS_MILITARY_RANKS);

		for (size_t i = 0; !takes && i < sizeof(ARTICLES) / sizeof(ARTICLES[0]); i++)
			takes = unit->end == unit->first + 1 && cq_token_is(analysis, unit->first, ARTICLES[i]);
		if (!takes)
			break;
		actor->tokens.start = unit->first;
		at--;
	}
}

/* By place, wider ones first. */
static int
compare_actors(const void *a, const void *b)
{
	const CqActor *left = a;
	const CqActor *right = b;

	if (left->tokens.start != right->tokens.start)
		return left->tokens.start < right->tokens.start ? -1 : 1;
	return left->tokens.end > right->tokens.end ? -1 : left->tokens.end < right->tokens.end;
}

/* Gather all actors, appositions first. */
static void
gather_actors(CqAnalysis *analysis, Actors *actors)
{
	const CqCandidates *found = &analysis->found[CQ_ROUND_MENTIONS];

	for (uint32_t i = 0; i < found->all.len; i++)
	{
		if (found->all.at[i].yield == CQ_YIELD_APPOSITION || found->all.at[i].yield == CQ_YIELD_COUNTERPART)
			add_apposition(analysis, actors, &found->all.at[i]);
	}
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		CqActor		actor;

		if (actor_of_chunk(analysis, &analysis->chunks.at[i], &actor))
			*cq_list_add(analysis->arena, actors) = actor;
	}
}

/* Keep those that no wider one before covers, and give each its article. */
static void
keep_actors(CqAnalysis *analysis, Actors *actors)
{
	uint32_t	reach = 0;

	if (actors->len > 1)
		qsort(actors->at, actors->len, sizeof(CqActor), compare_actors);
	for (uint32_t i = 0; i < actors->len; i++)
	{
		CqActor    *actor = &actors->at[i];

		if (actor->tokens.start < reach)
			continue;
		extend_left(analysis, actor, reach);
		reach = actor->tokens.end;
		*cq_list_add(analysis->arena, &analysis->actors) = *actor;
	}
}

/* Add the unit that stands for a stretch. */
static void
add_unit(CqAnalysis *analysis, CqSpan tokens, CqBundle bundle, uint32_t index)
{
	CqUnit	   *unit = cq_list_add(analysis->arena, &analysis->units[CQ_ROUND_CLAUSES]);

	*unit = (CqUnit) {.first = tokens.start, .end = tokens.end, .bundle = bundle, .shape = CQ_SHAPE_CHUNK,
	.senses = index};
}

/* Is the chunk a date or amount, which keeps its own unit among clauses? */
static bool
chunk_stays(const CqChunk *chunk)
{
	return chunk->parent == CQ_NOBODY && (chunk->kind == CQ_CHUNK_DATE || chunk->kind == CQ_CHUNK_AMOUNT ||
										  (chunk->kind == CQ_CHUNK_PLACE && chunk->rule != CQ_RULE_LEXICON));
}

/* Write the units: quotations, actors, dates, amounts and venues as one each, words as they are. */
static void
write_units(CqAnalysis *analysis)
{
	const CqUnits *in = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	quote = 0;
	uint32_t	actor = 0;
	uint32_t	chunk = 0;

	for (uint32_t i = 0; i < in->len;)
	{
		uint32_t	token = in->at[i].first;
		uint32_t	end = 0;

		while (quote < analysis->quotes.len && analysis->quotes.at[quote].tokens.start < token)
			quote++;
		while (actor < analysis->actors.len && analysis->actors.at[actor].tokens.start < token)
			actor++;
		while (chunk < analysis->chunks.len && (analysis->chunks.at[chunk].tokens.start < token ||
												!chunk_stays(&analysis->chunks.at[chunk])))
			chunk++;
		if (quote < analysis->quotes.len && analysis->quotes.at[quote].tokens.start == token)
		{
			end = analysis->quotes.at[quote].tokens.end;
			add_unit(analysis, analysis->quotes.at[quote].tokens,
					 cq_bundle_of_mention(analysis->lexicon, CQ_CHUNK_QUOTE, CQ_GENDER_UNKNOWN, false), quote);
		}
		else if (actor < analysis->actors.len && analysis->actors.at[actor].tokens.start == token)
		{
			const CqActor *at = &analysis->actors.at[actor];

			end = at->tokens.end;
			add_unit(analysis, at->tokens,
					 cq_bundle_of_mention(analysis->lexicon, at->kind == CQ_ACTOR_BODY ? CQ_CHUNK_INSTITUTION :
										  at->kind == CQ_ACTOR_GROUP ? CQ_CHUNK_GROUP : CQ_CHUNK_ACTOR,
										  (CqGender) at->gender, at->plural), actor);
		}
		else if (chunk < analysis->chunks.len && analysis->chunks.at[chunk].tokens.start == token)
		{
			const CqChunk *at = &analysis->chunks.at[chunk];

			end = at->tokens.end;
			add_unit(analysis, at->tokens,
					 cq_bundle_of_mention(analysis->lexicon, at->kind, CQ_GENDER_UNKNOWN, false), chunk);
		}
		else
			*cq_list_add(analysis->arena, &analysis->units[CQ_ROUND_CLAUSES]) = in->at[i++];
		while (i < in->len && in->at[i].first < end)
			i++;
	}
}

void
cq_resolve_actors(CqAnalysis *analysis)
{
	Actors		actors = {0};

	gather_actors(analysis, &actors);
	keep_actors(analysis, &actors);
	write_units(analysis);
}

const CqActor *
cq_unit_actor(const CqAnalysis *analysis, const CqUnit *unit)
{
	if (unit->shape != CQ_SHAPE_CHUNK || !(cq_unit_is(analysis->lexicon, unit, CQ_CLASS_M_ACTOR) ||
										   cq_unit_is(analysis->lexicon, unit, CQ_CLASS_M_INST) ||
										   cq_unit_is(analysis->lexicon, unit, CQ_CLASS_M_GROUP)))
		return NULL;
	return &analysis->actors.at[unit->senses];
}

CqString
cq_actor_name(CqAnalysis *analysis, const CqActor *actor)
{
	switch (actor->kind)
	{
		case CQ_ACTOR_PERSON:
			return analysis->persons.at[actor->referent].name;
		case CQ_ACTOR_OFFICE:
			return analysis->offices.at[actor->referent].role;
		case CQ_ACTOR_BODY:
			return analysis->bodies.at[actor->referent].name;
		default:
			return cq_write_stretch(analysis, actor->tokens);
	}
}
