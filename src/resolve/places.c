/*
 * places.c: which names of places count, and where they lie.
 *
 * "l'ambassadeur du Maroc à Dakar", "la Cour d'appel de Rabat" and "l'accord de Marrakech" speak of an
 * office, a body and a text, not of places: what lies inside them is passed over. So are
 * nationalities in the name of a body or of a portfolio ("ministre des Marocains résidant à
 * l'étranger"), while those of an office count ("le ministre espagnol des Finances").
 *
 * A name that is also a given name ("Florence") or, where a sentence begins, an everyday word
 * ("Manche") is a place only where a place is expected.
 */
#include "bodies.h"

#include "writing.h"

/* The columns that say where a sense of a place lies and of what sort it is. */
typedef struct Source
{
	uint32_t	class;
	uint32_t	country;
	uint32_t	kind;			/* column; UINT32_MAX: `name` */
	const char *name;
} Source;

/* In the order in which a name of several senses is read. */
static const Source SOURCES[] = {
	{CQ_CLASS_COUNTRIES, CQ_COUNTRIES_ISO, UINT32_MAX, "country"},
	{CQ_CLASS_CITIES, CQ_CITIES_COUNTRY, UINT32_MAX, "city"},
	{CQ_CLASS_REGIONS, CQ_REGIONS_COUNTRY, CQ_REGIONS_KIND, NULL},
	{CQ_CLASS_GEONAMES, CQ_GEONAMES_COUNTRY, CQ_GEONAMES_KIND, NULL},
};

/* Chunks looked through for the one that ends right before a place. */
#define CHUNKS_LOOKED_BACK 6

#define SOURCE_COUNT (sizeof(SOURCES) / sizeof(SOURCES[0]))

/* The unit of words that begins at a token. */
static const CqUnit *
unit_at(const CqAnalysis *analysis, uint32_t token)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	return &units->at[cq_unit_at(units, token)];
}

/* Is the unit before `token` of the class? */
static bool
before_is(const CqAnalysis *analysis, uint32_t token, uint32_t class)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, token);

	return at > 0 && cq_unit_is(analysis->lexicon, &units->at[at - 1], class);
}

/* Is one of these words the token before? */
static bool
follows_word(const CqAnalysis *analysis, uint32_t token, const char *const *words, size_t count)
{
	for (size_t i = 0; token > 0 && i < count; i++)
	{
		if (cq_token_is(analysis, token - 1, words[i]))
			return true;
	}
	return false;
}

/* Does a preposition or a list lead one to expect a place? */
static bool
place_is_expected(const CqAnalysis *analysis, uint32_t token)
{
	static const char *const WORDS[] = {"a", "au", "aux", "en", "de", "d'", "du", "des", "dans", "vers",
	"depuis", "entre", "et", "ou", ",", "(", "/", "-", "pour", "sur", "la", "l'"};

	return analysis->text.tokens.at[token].marks & CQ_TOKEN_HYPHEN ||
		follows_word(analysis, token, WORDS, sizeof(WORDS) / sizeof(WORDS[0]));
}

/* Does the text begin a paragraph here, as a dateline does? */
static bool
begins_line(const CqAnalysis *analysis, uint32_t token)
{
	return token == 0 || analysis->text.tokens.at[token - 1].shape == CQ_SHAPE_BREAK;
}

/* Does the unit have a reading as an everyday word? */
static bool
is_everyday(const CqAnalysis *analysis, const CqUnit *unit)
{
	static const uint32_t CLASSES[] = {CQ_CLASS_NOUN, CQ_CLASS_ADJ, CQ_CLASS_VERB, CQ_CLASS_ADV,
	CQ_CLASS_PREP, CQ_CLASS_PRON, CQ_CLASS_DET};

	for (size_t i = 0; i < sizeof(CLASSES) / sizeof(CLASSES[0]); i++)
	{
		if (cq_unit_is(analysis->lexicon, unit, CLASSES[i]))
			return true;
	}
	return false;
}

/* Is the place so well known that its name means it before anything else? */
static bool
is_well_known(const CqAnalysis *analysis, const CqUnit *unit)
{
	return cq_unit_is(analysis->lexicon, unit, CQ_CLASS_COUNTRIES) ||
		cq_unit_is(analysis->lexicon, unit, CQ_CLASS_CITIES_1) ||
		cq_unit_is(analysis->lexicon, unit, CQ_CLASS_CITIES_2);
}

/* The token behind which "de" and an article stand before `token`; `token` itself if none do. */
static uint32_t
before_de(const CqAnalysis *analysis, uint32_t token)
{
	static const char *const ARTICLES[] = {"la", "l'"};
	static const char *const DE[] = {"de", "d'", "du", "des"};
	uint32_t	at = follows_word(analysis, token, ARTICLES, 2) ? token - 1 : token;

	return follows_word(analysis, at, DE, 4) ? at - 1 : token;
}

/* The kind of the chunk that ends at `token`; CQ_CHUNK_COUNT if none does. `below`: looked for among those before it. */
static CqChunkKind
chunk_ending(const CqAnalysis *analysis, uint32_t token, uint32_t below)
{
	for (uint32_t i = below; i-- > 0 && i + CHUNKS_LOOKED_BACK > below;)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.end == token && (chunk->kind == CQ_CHUNK_OFFICE || chunk->kind == CQ_CHUNK_NAME))
			return (CqChunkKind) chunk->kind;
	}
	return CQ_CHUNK_COUNT;
}

/*
 * Does the place go on what stands before: a second country of an office ("ambassadeurs de Pologne et
 * du Ghana"), or the noble end of a name ("Anne Le Goff d'Arzew")?
 */
static bool
is_continuation(const CqAnalysis *analysis, uint32_t number)
{
	uint32_t	token = analysis->chunks.at[number].tokens.start;
	uint32_t	de = before_de(analysis, token);
	static const char *const AND[] = {"et", ","};

	if (de == token)
		return false;
	if (cq_token_is(analysis, de, "d'") && chunk_ending(analysis, de, number) == CQ_CHUNK_NAME)
		return true;
	return follows_word(analysis, de, AND, 2) && chunk_ending(analysis, de - 1, number) == CQ_CHUNK_OFFICE;
}

/* Is a name of the lexicon meant as a place here? */
static bool
is_meant(const CqAnalysis *analysis, const CqChunk *chunk)
{
	const CqUnit *unit = unit_at(analysis, chunk->tokens.start);
	uint32_t	token = chunk->tokens.start;
	bool		proves_little = unit->shape == CQ_SHAPE_FIRST ||
		analysis->text.tokens.at[token].marks & CQ_TOKEN_CAPSLINE;

	if (chunk->candidate != UINT32_MAX || chunk->tokens.end > token + 1)
		return true;
	if (begins_line(analysis, token) && !(analysis->text.tokens.at[token].marks & CQ_TOKEN_CAPSLINE))
		return true;
	if (proves_little && !is_well_known(analysis, unit) && is_everyday(analysis, unit))
		return false;
	return (!cq_unit_is(analysis->lexicon, unit, CQ_CLASS_GIVEN_NAMES) &&
			!cq_unit_is(analysis->lexicon, unit, CQ_CLASS_SURNAMES)) || place_is_expected(analysis, token);
}

/* How well a sense suits the text, the higher the better. */
static int
sense_fit(const CqAnalysis *analysis, const CqSense *sense, size_t source, bool is_region)
{
	CqString	country = cq_sense_attribute(analysis->lexicon, sense, SOURCES[source].country);
	int			fit = (int) (SOURCE_COUNT - source);

	if (is_region && SOURCES[source].class == CQ_CLASS_REGIONS)
		fit += 20;
	if (country.len > 0 && cq_string_equal(country, analysis->country))
		fit += 10;
	return SOURCES[source].class == CQ_CLASS_COUNTRIES ? fit + 15 : fit;
}

/* The sense of a place that a unit has in this text, and its source; NULL if it is no place. */
static const CqSense *
place_sense(const CqAnalysis *analysis, const CqUnit *unit, size_t *source)
{
	const CqSense *best = NULL;
	int			best_fit = 0;
	bool		is_region = before_is(analysis, unit->first, CQ_CLASS_PLACE_HEADS_ADMIN);

	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + i];

		for (size_t j = 0; j < SOURCE_COUNT; j++)
		{
			if (sense->class == SOURCES[j].class && sense_fit(analysis, sense, j, is_region) > best_fit)
			{
				best = sense;
				*source = j;
				best_fit = sense_fit(analysis, sense, j, is_region);
			}
		}
	}
	return best;
}

/* The canonical form with the hyphens and blanks of the text: "Al-Hoceïma" where it says "Al-Hoceima". */
static CqString
with_joints(CqAnalysis *analysis, CqString canonical, CqSpan tokens)
{
	char	   *name = cq_arena_copy(analysis->arena, canonical.bytes, canonical.len);
	uint32_t	token = tokens.start;

	for (uint32_t i = 0; i < canonical.len; i++)
	{
		if (name[i] != ' ' && name[i] != '-')
			continue;
		while (++token < tokens.end && analysis->text.tokens.at[token - 1].marks & CQ_TOKEN_ELIDED)
			;
		if (token < tokens.end)
			name[i] = analysis->text.tokens.at[token].marks & CQ_TOKEN_HYPHEN ? '-' : ' ';
	}
	return (CqString) {name, canonical.len};
}

/* Is a place of this kind called by what it is, in more than one way ("aéroport international de ...")? */
static bool
is_descriptive(CqString kind)
{
	static const char *const KINDS[] = {"palace", "airport", "port", "site", "quarter"};

	for (size_t i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++)
	{
		if (cq_string_is(kind, KINDS[i]))
			return true;
	}
	return false;
}

/*
 * How a listed place is called in this text: by its canonical form, but with the text's own hyphens,
 * and in the text's own words where the name describes the place.
 */
static CqString
listed_name(CqAnalysis *analysis, CqString canonical, CqString kind, CqSpan tokens)
{
	CqString	written = cq_write_stretch(analysis, tokens);

	if (cq_string_equal(cq_write_slug(analysis, written), cq_write_slug(analysis, canonical)))
		return with_joints(analysis, canonical, tokens);
	return is_descriptive(kind) ? written : canonical;
}

/* The place of this key, made if new. */
static CqPlace *
place_put(CqAnalysis *analysis, uint32_t chunk_number, CqString key, CqString name)
{
	CqChunk    *chunk = &analysis->chunks.at[chunk_number];
	CqPlace    *place;

	chunk->referent = cq_key_put(analysis->arena, &analysis->place_keys, cq_write_slug(analysis, key));
	if (chunk->referent == analysis->places.len)
	{
		place = cq_list_add(analysis->arena, &analysis->places);
		place->name = name;
		place->first = chunk_number;
	}
	place = &analysis->places.at[chunk->referent];
	place->mentions++;
	return place;
}

/* Note a place of the lexicon. */
static void
refer_listed(CqAnalysis *analysis, uint32_t number, const CqSense *sense, size_t source)
{
	CqString	canonical = cq_sense_canonical(analysis->lexicon, sense);
	CqString	kind = SOURCES[source].kind == UINT32_MAX ? cq_string(SOURCES[source].name) :
		cq_sense_attribute(analysis->lexicon, sense, SOURCES[source].kind);
	CqString	name = listed_name(analysis, canonical, kind, analysis->chunks.at[number].tokens);
	CqPlace    *place = place_put(analysis, number, canonical, name);

	if (place->mentions > 1)
		return;
	place->country = cq_sense_attribute(analysis->lexicon, sense, SOURCES[source].country);
	place->kind = kind;
}

/* Note a place that a rule found: "le barrage Al Wahda". */
static void
refer_ruled(CqAnalysis *analysis, uint32_t number)
{
	CqSpan		tokens = analysis->chunks.at[number].tokens;
	const CqSense *head = cq_span_sense(analysis, cq_chunk_slot(analysis, &analysis->chunks.at[number], CQ_SLOT_HEAD),
										CQ_CLASS_PLACE_HEADS);
	CqString	name = cq_write_stretch(analysis, tokens);
	CqPlace    *place = place_put(analysis, number, name, name);

	if (place->mentions > 1)
		return;
	place->kind = head != NULL ? cq_sense_attribute(analysis->lexicon, head, CQ_PLACE_HEADS_KIND) : cq_string("city");
	place->country = cq_span_country(analysis, tokens);
	if (place->country.len == 0)
		place->country = analysis->country;
}

/* Note the place that a chunk names. */
static void
refer_place(CqAnalysis *analysis, uint32_t number)
{
	const CqChunk *chunk = &analysis->chunks.at[number];
	const CqUnit *unit = unit_at(analysis, chunk->tokens.start);
	size_t		source = 0;
	const CqSense *sense = NULL;

	if (unit->first == chunk->tokens.start && unit->end == chunk->tokens.end)
		sense = place_sense(analysis, unit, &source);
	if (sense != NULL)
		refer_listed(analysis, number, sense, source);
	else
		refer_ruled(analysis, number);
}

/* Does a nationality count, by what stands around it? */
static bool
nationality_counts(const CqAnalysis *analysis, const CqChunk *chunk)
{
	static const char *const LANGUAGE[] = {"en"};
	const CqNode *node = cq_lexicon_phrase(analysis->lexicon, &analysis->text, chunk->tokens.start, chunk->tokens.end);
	CqUnit		unit = {.bundle = node != NULL ? node->bundle[CQ_NEED_NOTHING] : unit_at(analysis, chunk->tokens.start)->bundle};
	const CqChunk *parent;

	if (cq_unit_is(analysis->lexicon, &unit, CQ_CLASS_NATIONALITIES_PART))
		return false;
	if (chunk->parent == CQ_NOBODY)
		return !follows_word(analysis, chunk->tokens.start, LANGUAGE, 1);
	parent = &analysis->chunks.at[chunk->parent];
	if (parent->kind == CQ_CHUNK_OFFICE)
		return analysis->text.tokens.at[chunk->tokens.start].shape == CQ_SHAPE_LOW ||
			!cq_span_covers(cq_chunk_slot(analysis, parent, CQ_SLOT_BODY), chunk->tokens);
	return parent->kind == CQ_CHUNK_AMOUNT;
}

/* Does the chunk hide the places inside it? */
static bool
chunk_hides(const CqAnalysis *analysis, const CqChunk *chunk)
{
	switch (chunk->kind)
	{
		case CQ_CHUNK_OFFICE:
		case CQ_CHUNK_NAME:
		case CQ_CHUNK_TEXT:
			return true;
		case CQ_CHUNK_PLACE:
			return chunk->referent != CQ_NOBODY;
		case CQ_CHUNK_INSTITUTION:
			return chunk->referent == CQ_NOBODY || analysis->bodies.at[chunk->referent].counted;
		default:
			return false;
	}
}

void
cq_resolve_places(CqAnalysis *analysis)
{
	bool	   *hides = cq_arena_zero(analysis->arena, analysis->chunks.len + 1);

	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		CqChunk    *chunk = &analysis->chunks.at[i];
		bool		hidden = chunk->parent != CQ_NOBODY && hides[chunk->parent];

		if (chunk->kind == CQ_CHUNK_PLACE && !hidden && is_meant(analysis, chunk) && !is_continuation(analysis, i))
			refer_place(analysis, i);
		if (chunk->kind == CQ_CHUNK_NATIONALITY && nationality_counts(analysis, chunk))
			chunk->referent = 0;
		hides[i] = hidden || chunk_hides(analysis, &analysis->chunks.at[i]);
	}
}
