/*
 * bodies.c: which stretches are the same institution, and what kind and country it has.
 *
 * A name of the lexicon has its canonical form, kind and country there; where several bodies bear
 * it, the one of the text's country is meant, and an international one before a foreign one. A name
 * that a rule found takes its kind from its head ("agence", "cour") and its country from an adjective
 * or place inside it, else from the text. Names with the same words are one body, and so are an
 * acronym and what it stands for.
 */
#include "bodies.h"

#include "writing.h"

/* How sure a body is, by what made it known; set by hand, only their order matters. */
#define CONFIDENCE_LISTED 0.95f
#define CONFIDENCE_HEAD 0.85f
#define CONFIDENCE_LETTERS 0.7f

/* Country codes of the lexicon that are none. */
#define COUNTRY_INTERNATIONAL "INT"
#define COUNTRY_OF_CONTEXT "*"

CqString
cq_unit_country(const CqAnalysis *analysis, const CqUnit *unit)
{
	static const struct
	{
		uint32_t	class;
		uint32_t	column;
	}			SOURCES[] = {
		{CQ_CLASS_COUNTRIES, CQ_COUNTRIES_ISO},
		{CQ_CLASS_NATIONALITIES, CQ_NATIONALITIES_ISO},
		{CQ_CLASS_REGIONS, CQ_REGIONS_COUNTRY},
		{CQ_CLASS_CITIES, CQ_CITIES_COUNTRY},
		{CQ_CLASS_GEONAMES, CQ_GEONAMES_COUNTRY},
	};
	CqString	first = CQ_NONE;

	for (size_t i = 0; i < sizeof(SOURCES) / sizeof(SOURCES[0]); i++)
	{
		for (uint32_t j = 0; j < unit->sense_count; j++)
		{
			const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + j];
			CqString	country;

			if (sense->class != SOURCES[i].class)
				continue;
			country = cq_sense_attribute(analysis->lexicon, sense, SOURCES[i].column);
			if (cq_string_equal(country, analysis->country) && country.len > 0)
				return country;	/* of several, the one of the text's country */
			if (first.len == 0)
				first = country;
		}
		if (first.len > 0)
			return first;
	}
	return CQ_NONE;
}

CqString
cq_span_country(const CqAnalysis *analysis, CqSpan tokens)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	for (uint32_t at = cq_unit_at(units, tokens.start); at < units->len && units->at[at].first < tokens.end; at++)
	{
		CqString	country = cq_unit_country(analysis, &units->at[at]);

		if (country.len > 0)
			return country;
	}
	return CQ_NONE;
}

/* How well an entry's country suits the text: the higher the better. */
static int
country_fit(const CqAnalysis *analysis, CqString country)
{
	if (country.len > 0 && cq_string_equal(country, analysis->country))
		return 3;
	if (cq_string_is(country, COUNTRY_OF_CONTEXT))
		return 2;
	return cq_string_is(country, COUNTRY_INTERNATIONAL) ? 1 : 0;
}

/* The entry of the lexicon that a listed chunk means. */
static const CqSense *
listed_sense(const CqAnalysis *analysis, CqSpan tokens)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, tokens.start);
	const CqSense *best = NULL;
	int			best_fit = -1;

	if (at == units->len || units->at[at].first != tokens.start || units->at[at].end != tokens.end)
		return NULL;
	for (uint32_t i = 0; i < units->at[at].sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[units->at[at].senses + i];
		int			fit;

		if (sense->class != CQ_CLASS_INSTITUTIONS)
			continue;
		fit = country_fit(analysis, cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_COUNTRY));
		if (fit > best_fit)
		{
			best = sense;
			best_fit = fit;
		}
	}
	return best;
}

/* The country as users read it: none for international bodies, the text's own for "*". */
static CqString
listed_country(const CqAnalysis *analysis, CqString country)
{
	if (cq_string_is(country, COUNTRY_INTERNATIONAL))
		return CQ_NONE;
	return cq_string_is(country, COUNTRY_OF_CONTEXT) ? analysis->country : country;
}

/* Find a body by its key. */
static uint32_t
body_find(const CqAnalysis *analysis, CqString key)
{
	uint32_t	mask = analysis->body_slots.cap - 1;
	uint32_t	slot;

	if (analysis->body_slots.cap == 0)
		return CQ_NOBODY;
	slot = (uint32_t) cq_hash_bytes(key.bytes, key.len) & mask;
	for (; analysis->body_slots.at[slot] != 0; slot = (slot + 1) & mask)
	{
		if (cq_string_equal(analysis->bodies.at[analysis->body_slots.at[slot] - 1].key, key))
			return analysis->body_slots.at[slot] - 1;
	}
	return CQ_NOBODY;
}

/* Put a body into the table of keys, which is rebuilt when half full. */
static void
body_index(CqAnalysis *analysis, uint32_t number)
{
	uint32_t	mask;
	uint32_t	slot;

	if ((number + 1) * 2 > analysis->body_slots.cap)
	{
		uint32_t	cap = analysis->body_slots.cap > 0 ? analysis->body_slots.cap * 2 : 64;

		analysis->body_slots.at = cq_arena_zero(analysis->arena, cap * sizeof(uint32_t));
		analysis->body_slots.cap = cap;
		for (uint32_t i = 0; i < number; i++)
			body_index(analysis, i);
	}
	mask = analysis->body_slots.cap - 1;
	slot = (uint32_t) cq_hash_bytes(analysis->bodies.at[number].key.bytes,
									analysis->bodies.at[number].key.len) & mask;
	while (analysis->body_slots.at[slot] != 0)
		slot = (slot + 1) & mask;
	analysis->body_slots.at[slot] = number + 1;
}

/* The body of this key, made if new. */
static uint32_t
body_put(CqAnalysis *analysis, CqString key, uint32_t chunk)
{
	uint32_t	number = body_find(analysis, key);
	CqBody	   *body;

	if (number != CQ_NOBODY)
		return number;
	body = cq_list_add(analysis->arena, &analysis->bodies);
	body->key = key;
	body->first = chunk;
	body_index(analysis, analysis->bodies.len - 1);
	return analysis->bodies.len - 1;
}

/* Fill in a body from its entry. */
static uint32_t
body_of_entry(CqAnalysis *analysis, const CqSense *sense, uint32_t chunk)
{
	CqString	name = cq_sense_canonical(analysis->lexicon, sense);
	uint32_t	number = body_put(analysis, cq_write_slug(analysis, name), chunk);
	CqBody	   *body = &analysis->bodies.at[number];
	CqString	acronyms = cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_ACRONYMS);

	if (body->name.bytes != NULL)
		return number;
	body->name = name;
	body->kind = cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_KIND);
	body->country = listed_country(analysis, cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_COUNTRY));
	if (acronyms.len > 0)
	{
		const char *bar = memchr(acronyms.bytes, '|', acronyms.len);

		body->acronym = acronyms;
		if (bar != NULL)
			body->acronym.len = (uint32_t) (bar - acronyms.bytes);
	}
	body->listed = true;
	body->confidence = CONFIDENCE_LISTED;
	return number;
}

/* The head of a chunk that a rule found: its entry in institution_heads.tsv. */
static const CqSense *
chunk_head(const CqAnalysis *analysis, const CqChunk *chunk)
{
	CqSpan		head = cq_chunk_slot(analysis, chunk, CQ_SLOT_HEAD);

	if (head.end == head.start)
		head = chunk->tokens;
	return cq_span_sense(analysis, head, CQ_CLASS_INSTITUTION_HEADS);
}

/* The name of a body found by rule: small letters first where its head is no proper name. */
static CqString
ruled_name(CqAnalysis *analysis, const CqChunk *chunk, const CqSense *head)
{
	CqString	name = cq_write_stretch(analysis, chunk->tokens);
	CqString	how = head != NULL ? cq_sense_attribute(analysis->lexicon, head, CQ_INSTITUTION_HEADS_KIND) : CQ_NONE;
	char	   *copy;

	if (!cq_string_is(how, "ministry") || name.len == 0 || name.bytes[0] < 'A' || name.bytes[0] > 'Z')
		return name;
	copy = cq_arena_copy(analysis->arena, name.bytes, name.len);
	copy[0] += 'a' - 'A';
	return (CqString) {copy, name.len};
}

/* Fill in a body that a rule, or its acronym, made known. */
static uint32_t
body_of_rule(CqAnalysis *analysis, uint32_t chunk_number)
{
	const CqChunk *chunk = &analysis->chunks.at[chunk_number];
	uint32_t	number = body_put(analysis, cq_write_slug(analysis, cq_write_key(analysis, chunk->tokens)), chunk_number);
	CqBody	   *body = &analysis->bodies.at[number];
	const CqSense *head = chunk_head(analysis, chunk);

	if (body->name.bytes != NULL)
		return number;
	body->name = ruled_name(analysis, chunk, head);
	body->kind = head != NULL ? cq_sense_attribute(analysis->lexicon, head, CQ_INSTITUTION_HEADS_KIND) : cq_string("other");
	body->country = cq_span_country(analysis, chunk->tokens);
	if (body->country.len == 0 && !cq_string_is(body->kind, "international_org"))
		body->country = analysis->country;
	body->confidence = head != NULL ? CONFIDENCE_HEAD : CONFIDENCE_LETTERS;
	return number;
}

/* Fill in a State, named by its long form. */
static uint32_t
body_of_state(CqAnalysis *analysis, uint32_t chunk_number)
{
	const CqChunk *chunk = &analysis->chunks.at[chunk_number];
	uint32_t	number = body_put(analysis, cq_write_slug(analysis, cq_write_key(analysis, chunk->tokens)), chunk_number);
	CqBody	   *body = &analysis->bodies.at[number];

	body->name = cq_write_stretch(analysis, chunk->tokens);
	body->kind = cq_string("state");
	body->country = cq_span_country(analysis, chunk->tokens);
	body->confidence = CONFIDENCE_LISTED;
	return number;
}

/* Is the chunk a State's long form? */
static bool
chunk_is_state(const CqAnalysis *analysis, const CqChunk *chunk)
{
	return chunk->candidate != UINT32_MAX &&
		analysis->found[chunk->round].all.at[chunk->candidate].yield == CQ_YIELD_STATE;
}

/* The pair whose short form a chunk is, bound to a body if `bound`; NULL if it is none. */
static const CqAcronym *
pair_of_chunk(const CqAnalysis *analysis, const CqChunk *chunk, bool bound)
{
	uint32_t	len = chunk->tokens.end - chunk->tokens.start;

	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		const CqAcronym *pair = &analysis->acronyms.at[i];

		if ((!bound || pair->body != CQ_NOBODY) && pair->acronym.end - pair->acronym.start == len &&
			analysis->text.tokens.at[chunk->tokens.start].shape != CQ_SHAPE_LOW &&
			cq_string_equal(cq_token_fold(&analysis->text, &analysis->text.tokens.at[pair->acronym.start]),
							cq_token_fold(&analysis->text, &analysis->text.tokens.at[chunk->tokens.start])))
			return pair;
	}
	return NULL;
}

/* Find the body that a pair's long form names, and give it the acronym. */
static void
bind_pair(CqAnalysis *analysis, CqAcronym *pair)
{
	for (uint32_t i = cq_chunk_from(analysis, pair->expansion.start); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start > pair->expansion.start)
			return;
		if (chunk->kind != CQ_CHUNK_INSTITUTION || chunk->referent == CQ_NOBODY ||
			chunk->tokens.end != pair->expansion.end)
			continue;
		pair->body = chunk->referent;
		analysis->bodies.at[pair->body].acronym = cq_text_surface(&analysis->text, pair->acronym.start, pair->acronym.end - 1);
		return;
	}
}

/* The body of an institution chunk that is no acronym of the text. */
static uint32_t
body_of_chunk(CqAnalysis *analysis, uint32_t number)
{
	const CqChunk *chunk = &analysis->chunks.at[number];
	const CqSense *sense;

	if (chunk_is_state(analysis, chunk))
		return body_of_state(analysis, number);
	sense = listed_sense(analysis, chunk->tokens);
	return sense != NULL ? body_of_entry(analysis, sense, number) : body_of_rule(analysis, number);
}

/* Bodies too general to have a row when an office alone names them ("porte-parole du gouvernement"). */
static bool
is_general(const CqBody *body)
{
	static const char *const GENERAL[] = {"gouvernement", "parlement", "republique", "etat"};

	for (size_t i = 0; i < sizeof(GENERAL) / sizeof(GENERAL[0]); i++)
	{
		if (cq_string_is(body->key, GENERAL[i]))
			return true;
	}
	return false;
}

/* Give each chunk its body, and count. */
static void
refer(CqAnalysis *analysis, uint32_t number, uint32_t referent)
{
	CqChunk    *chunk = &analysis->chunks.at[number];
	CqBody	   *body = &analysis->bodies.at[referent];

	chunk->referent = referent;
	body->mentions++;
	if (body->fullest.end - body->fullest.start < chunk->tokens.end - chunk->tokens.start)
		body->fullest = chunk->tokens;
	if (chunk->parent == CQ_NOBODY || analysis->chunks.at[chunk->parent].kind != CQ_CHUNK_OFFICE ||
		!is_general(body))
		body->counted = true;
}

void
cq_resolve_bodies(CqAnalysis *analysis)
{
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->kind == CQ_CHUNK_INSTITUTION && pair_of_chunk(analysis, chunk, false) == NULL)
			refer(analysis, i, body_of_chunk(analysis, i));
	}
	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
		bind_pair(analysis, &analysis->acronyms.at[i]);
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];
		const CqAcronym *pair;

		if (chunk->kind != CQ_CHUNK_INSTITUTION || chunk->referent != CQ_NOBODY)
			continue;
		pair = pair_of_chunk(analysis, chunk, true);
		refer(analysis, i, pair != NULL ? pair->body : body_of_chunk(analysis, i));
	}
}

uint32_t
cq_body_within(const CqAnalysis *analysis, CqSpan tokens)
{
	for (uint32_t i = cq_chunk_from(analysis, tokens.start); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start >= tokens.end)
			break;
		if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->tokens.end <= tokens.end)
			return chunk->referent;
	}
	return CQ_NOBODY;
}

CqString
cq_body_text_name(CqAnalysis *analysis, uint32_t number, CqSpan within)
{
	const CqBody *body = &analysis->bodies.at[number];

	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		const CqAcronym *pair = &analysis->acronyms.at[i];

		if (pair->body == number)
			return cq_write_stretch(analysis, pair->expansion);
	}
	for (uint32_t i = cq_chunk_from(analysis, within.start); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start >= within.end)
			break;
		if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->referent == number)
			return cq_write_stretch(analysis, chunk->tokens);
	}
	if (!body->listed || body->fullest.end == body->fullest.start)
		return body->name;
	return cq_write_stretch(analysis, body->fullest);
}
