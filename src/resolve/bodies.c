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

/* Of `count` senses, the one of an institution that suits the text best; NULL if none is one. */
static const CqSense *
best_sense(const CqAnalysis *analysis, uint32_t first, uint32_t count)
{
	const CqSense *best = NULL;
	int			best_fit = -1;

	for (uint32_t i = 0; i < count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[first + i];
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

/* The entry of the lexicon that a stretch names, as a unit or inside one; NULL if none. */
static const CqSense *
listed_sense(const CqAnalysis *analysis, CqSpan tokens)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, tokens.start);
	const CqNode *node;
	bool		capitals = analysis->text.tokens.at[tokens.start].shape == CQ_SHAPE_CAPS;

	if (at < units->len && units->at[at].first == tokens.start && units->at[at].end == tokens.end)
		return best_sense(analysis, units->at[at].senses, units->at[at].sense_count);
	node = cq_lexicon_phrase(analysis->lexicon, &analysis->text, tokens.start, tokens.end);
	if (node == NULL)
		return NULL;
	return best_sense(analysis, node->senses, node->sense_count[capitals ? CQ_NEED_EXACT : CQ_NEED_CAPITALS]);
}

/* The country as users read it: none for international bodies, the text's own for "*". */
static CqString
listed_country(const CqAnalysis *analysis, CqString country)
{
	if (cq_string_is(country, COUNTRY_INTERNATIONAL))
		return CQ_NONE;
	return cq_string_is(country, COUNTRY_OF_CONTEXT) ? analysis->country : country;
}

/* The body of this key, made if new. */
static uint32_t
body_put(CqAnalysis *analysis, CqString key, uint32_t chunk)
{
	uint32_t	number = cq_key_put(analysis->arena, &analysis->body_keys, key);
	CqBody	   *body;

	if (number < analysis->bodies.len)
		return number;
	body = cq_list_add(analysis->arena, &analysis->bodies);
	body->key = key;
	body->first = chunk;
	return number;
}

/* The key of a body: its name's slug, and its country where that is another than the text's. */
static CqString
body_key(CqAnalysis *analysis, CqString name, CqString abroad)
{
	CqWriter	writer = {.analysis = analysis};

	cq_write_string(&writer, cq_write_slug(analysis, name));
	if (abroad.len > 0 && !cq_string_equal(abroad, analysis->country))
	{
		cq_write_string(&writer, cq_string("@"));
		cq_write_string(&writer, abroad);
	}
	return cq_writer_string(&writer);
}

/* The first of an entry's acronyms; none if it has none. */
static CqString
entry_acronym(const CqAnalysis *analysis, const CqSense *sense)
{
	CqString	acronyms = cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_ACRONYMS);
	const char *bar = acronyms.len > 0 ? memchr(acronyms.bytes, '|', acronyms.len) : NULL;

	if (bar != NULL)
		acronyms.len = (uint32_t) (bar - acronyms.bytes);
	return acronyms.len > 0 ? acronyms : CQ_NONE;
}

/* Does the name begin with the head of an open family, so that many countries may have one like it? */
static bool
is_common_name(const CqAnalysis *analysis, CqSpan tokens)
{
	for (uint32_t end = tokens.end; end > tokens.start; end--)
	{
		const CqNode *node = cq_lexicon_phrase(analysis->lexicon, &analysis->text, tokens.start, end);
		CqUnit		head = {.bundle = node != NULL ? node->bundle[CQ_NEED_CAPITALS] : CQ_BUNDLE_UNKNOWN};

		if (cq_unit_is(analysis->lexicon, &head, CQ_CLASS_INSTITUTION_HEADS))
			return cq_span_country(analysis, tokens).len == 0;
	}
	return false;
}

/*
 * The country that tells a listed body from one of the same name: that of the words beside it, where
 * its entry leaves the country open; or the text's own, where the lexicon knows such a body in other
 * countries only ("Cour suprême").
 */
static CqString
country_instead(const CqAnalysis *analysis, CqSpan tokens, CqString country)
{
	CqString	beside;

	if (cq_string_is(country, COUNTRY_INTERNATIONAL) || analysis->text.tokens.at[tokens.start].shape == CQ_SHAPE_CAPS)
		return CQ_NONE;
	beside = cq_country_beside(analysis, tokens);
	if (cq_string_is(country, COUNTRY_OF_CONTEXT))
		return beside;
	if (cq_string_equal(country, analysis->country) && beside.len == 0)
		return CQ_NONE;
	if (!is_common_name(analysis, tokens))
		return CQ_NONE;
	return beside.len > 0 ? beside : analysis->country;
}

/* Fill in a body from its entry. */
static uint32_t
body_of_entry(CqAnalysis *analysis, const CqSense *sense, uint32_t chunk)
{
	CqString	name = cq_sense_canonical(analysis->lexicon, sense);
	CqString	country = cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_COUNTRY);
	CqString	abroad = country_instead(analysis, analysis->chunks.at[chunk].tokens, country);
	uint32_t	number = body_put(analysis, body_key(analysis, name, abroad), chunk);
	CqBody	   *body = &analysis->bodies.at[number];

	if (body->name.bytes != NULL)
		return number;
	body->name = name;
	body->kind = cq_sense_attribute(analysis->lexicon, sense, CQ_INSTITUTIONS_KIND);
	body->country = abroad.len > 0 ? abroad : listed_country(analysis, country);
	body->acronym = entry_acronym(analysis, sense);
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

/* All that a rule matched to find the chunk: "la société allemande Nordwind" where it claims the name alone. */
static CqSpan
match_tokens(const CqAnalysis *analysis, const CqChunk *chunk)
{
	const CqUnits *units = &analysis->units[chunk->round];
	const CqCandidate *candidate;

	if (chunk->candidate == UINT32_MAX)
		return chunk->tokens;
	candidate = &analysis->found[chunk->round].all.at[chunk->candidate];
	return (CqSpan) {units->at[candidate->span.start].first, units->at[candidate->span.end - 1].end};
}

/* The entry of the body whose branch in a country a chunk names ("Unicef Belgique"); NULL if it is none. */
static const CqSense *
branch_of(const CqAnalysis *analysis, const CqChunk *chunk)
{
	CqSpan		listed = cq_chunk_slot(analysis, chunk, CQ_SLOT_BRANCH);

	return listed.end > listed.start ? cq_span_sense(analysis, listed, CQ_CLASS_INSTITUTIONS) : NULL;
}

/* Does the name speak of several countries: "africain", "de l'Union européenne"? */
static bool
is_supranational(const CqAnalysis *analysis, const CqChunk *chunk)
{
	const CqSense *nested = cq_span_sense(analysis, chunk->tokens, CQ_CLASS_INSTITUTIONS);

	return cq_span_sense(analysis, chunk->tokens, CQ_CLASS_SUPRANATIONAL_ADJECTIVES) != NULL ||
		(nested != NULL && cq_string_is(cq_sense_attribute(analysis->lexicon, nested, CQ_INSTITUTIONS_COUNTRY),
										COUNTRY_INTERNATIONAL));
}

/* The kind of a body found by rule. */
static CqString
ruled_kind(const CqAnalysis *analysis, const CqChunk *chunk, const CqSense *head, bool supranational)
{
	const CqSense *branch = branch_of(analysis, chunk);
	CqString	kind = head != NULL ? cq_sense_attribute(analysis->lexicon, head, CQ_INSTITUTION_HEADS_KIND) : cq_string("other");

	if (branch != NULL)
	{
		kind = cq_sense_attribute(analysis->lexicon, branch, CQ_INSTITUTIONS_KIND);
		return cq_string_is(kind, "international_org") ? cq_string("ngo") : kind;
	}
	if (supranational && (cq_string_is(kind, "agency") || cq_string_is(kind, "other") || cq_string_is(kind, "government")))
		return cq_string("international_org");
	return kind;
}

/* Fill in a body that a rule, or its acronym, made known. */
static uint32_t
body_of_rule(CqAnalysis *analysis, uint32_t chunk_number)
{
	const CqChunk *chunk = &analysis->chunks.at[chunk_number];
	CqString	told = cq_span_country(analysis, match_tokens(analysis, chunk));
	CqString	beside = told.len == 0 ? cq_country_beside(analysis, chunk->tokens) : CQ_NONE;
	uint32_t	number = body_put(analysis, body_key(analysis, cq_write_key(analysis, chunk->tokens), beside), chunk_number);
	CqBody	   *body = &analysis->bodies.at[number];
	const CqSense *head = chunk_head(analysis, chunk);
	bool		supranational = told.len == 0 && is_supranational(analysis, chunk);

	if (body->name.bytes != NULL)
		return number;
	body->name = ruled_name(analysis, chunk, head);
	body->kind = ruled_kind(analysis, chunk, head, supranational);
	body->country = told.len > 0 ? told : beside;
	if (body->country.len == 0 && !supranational && !cq_string_is(body->kind, "international_org"))
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

/* The pair whose short form a chunk is; NULL if it is none of a body. */
static CqAcronym *
pair_of_chunk(CqAnalysis *analysis, const CqChunk *chunk)
{
	uint32_t	pair = cq_pair_of(analysis, chunk->tokens);

	return pair != CQ_NOBODY && analysis->acronyms.at[pair].names_body ? &analysis->acronyms.at[pair] : NULL;
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
	if (cq_mention_counts(analysis, chunk))
		body->counted = true;
}

void
cq_resolve_bodies(CqAnalysis *analysis)
{
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->kind == CQ_CHUNK_INSTITUTION && pair_of_chunk(analysis, chunk) == NULL)
			refer(analysis, i, body_of_chunk(analysis, i));
	}
	for (uint32_t i = 0; i < analysis->acronyms.len; i++)
	{
		if (analysis->acronyms.at[i].names_body)
			bind_pair(analysis, &analysis->acronyms.at[i]);
	}
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];
		const CqAcronym *pair;

		if (chunk->kind != CQ_CHUNK_INSTITUTION || chunk->referent != CQ_NOBODY)
			continue;
		pair = pair_of_chunk(analysis, chunk);
		refer(analysis, i, pair->body != CQ_NOBODY ? pair->body : body_of_chunk(analysis, i));
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
