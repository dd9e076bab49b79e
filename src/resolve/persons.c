/*
 * persons.c: which names are the same person.
 *
 * "Mohamed Ould Errachid", "M. Ould Errachid" and the title's "OULD ERRACHID" are one: a shorter name
 * refers to a longer one of which it is the end, or of which it is the family name, when nothing
 * said of either contradicts (gender). Of several that fit, the one named last is meant.
 */
#include <stdlib.h>

#include "persons.h"
#include "writing.h"

/* How sure a name is of being one, by what found it; set by hand, only their order matters. */
#define CONFIDENCE_NAME 0.9f
#define CONFIDENCE_MAYBE 0.6f

/* A lone word shorter than this is not taken for a family name. */
#define ECHO_LETTERS_MIN 3

/* Persons compared with a new name: the last ones named. Keeps the work linear in long texts. */
#define PERSONS_WINDOW 400

CqSpan
cq_chunk_slot(const CqAnalysis *analysis, const CqChunk *chunk, uint16_t slot)
{
	const CqCandidates *found = &analysis->found[chunk->round];
	const CqUnits *units = &analysis->units[chunk->round];
	CqSpan		span;

	if (chunk->candidate == UINT32_MAX)
		return (CqSpan) {0, 0};
	span = cq_candidate_slot(found, &found->all.at[chunk->candidate], slot);
	if (span.end == span.start)
		return span;
	return (CqSpan) {units->at[span.start].first, units->at[span.end - 1].end};
}

/* The first sense of a class among the units of a span of tokens, in the words round. */
const CqSense *
cq_span_sense(const CqAnalysis *analysis, CqSpan tokens, uint32_t class)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, tokens.start);

	for (; at < units->len && units->at[at].first < tokens.end; at++)
	{
		const CqSense *sense = cq_unit_sense(analysis->lexicon, &units->at[at], class);

		if (sense != NULL)
			return sense;
	}
	return NULL;
}

uint32_t
cq_unit_at(const CqUnits *units, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = units->len;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (units->at[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The gender that a column of an entry gives: "m", "f", or neither. */
CqGender
cq_gender_of(CqString value)
{
	if (cq_string_is(value, "m"))
		return CQ_GENDER_M;
	return cq_string_is(value, "f") ? CQ_GENDER_F : CQ_GENDER_UNKNOWN;
}

/* The gender that the civility or the given name of a name tells. */
static CqGender
name_gender(const CqAnalysis *analysis, const CqChunk *chunk, CqSpan name)
{
	CqSpan		slots[2] = {cq_chunk_slot(analysis, chunk, CQ_SLOT_CIV), cq_chunk_slot(analysis, chunk, CQ_SLOT_TITLE)};
	const CqSense *sense;
	CqGender	gender;

	for (int i = 0; i < 2; i++)
	{
		sense = slots[i].end > slots[i].start ?
			cq_span_sense(analysis, slots[i], CQ_CLASS_CIVILITIES) : NULL;
		gender = sense != NULL ? cq_gender_of(cq_sense_attribute(analysis->lexicon, sense,
																	CQ_CIVILITIES_GENDER)) : CQ_GENDER_UNKNOWN;
		if (gender != CQ_GENDER_UNKNOWN)
			return gender;
	}
	sense = cq_span_sense(analysis, (CqSpan) {name.start, name.start + 1}, CQ_CLASS_GIVEN_NAMES);
	if (sense == NULL)
		return CQ_GENDER_UNKNOWN;
	return cq_gender_of(cq_sense_attribute(analysis->lexicon, sense, CQ_GIVEN_NAMES_GENDER));
}

/* Where the family name begins in a key: behind the given names, one word being left at least. */
static uint32_t
family_start(const CqAnalysis *analysis, CqSpan tokens, CqString key)
{
	uint32_t	words = 0;
	uint32_t	offset = 0;
	uint32_t	given = 0;

	for (uint32_t i = tokens.start; i < tokens.end; i++)
	{
		CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[i]);
		CqUnit		unit = {0};
		uint32_t	word = cq_lexicon_word(analysis->lexicon, fold);

		if (word == UINT32_MAX)
			break;
		unit.bundle = analysis->lexicon->tables->nodes[word].bundle[CQ_NEED_CAPITALS];
		if (!cq_unit_is(analysis->lexicon, &unit, CQ_CLASS_GIVEN_NAMES))
			break;
		given++;
	}
	if (given == 0)
		given = 1;
	for (; offset < key.len && words < given; offset++)
		words += key.bytes[offset] == ' ';
	if (words < given)
	{
		/* All of it is given names: the last is the family's. */
		offset = key.len;
		while (offset > 0 && key.bytes[offset - 1] != ' ')
			offset--;
	}
	return offset;
}

/* Is `part` the end of `whole`, from the beginning of a word? */
static bool
key_ends_with(CqString whole, CqString part)
{
	uint32_t	from;

	if (part.len == 0 || part.len > whole.len)
		return false;
	from = whole.len - part.len;
	return memcmp(whole.bytes + from, part.bytes, part.len) == 0 &&
		(from == 0 || whole.bytes[from - 1] == ' ');
}

/* Does `part` stand in `whole`, from word to word? */
static bool
key_holds(CqString whole, CqString part)
{
	for (uint32_t from = 0; part.len > 0 && from + part.len <= whole.len; from++)
	{
		if ((from == 0 || whole.bytes[from - 1] == ' ') &&
			(from + part.len == whole.len || whole.bytes[from + part.len] == ' ') &&
			memcmp(whole.bytes + from, part.bytes, part.len) == 0)
			return true;
	}
	return false;
}

/* Number of words in a key. */
static uint32_t
key_words(CqString key)
{
	uint32_t	words = key.len > 0;

	for (uint32_t i = 0; i < key.len; i++)
		words += key.bytes[i] == ' ';
	return words;
}

/* Can the two be of one person? */
static bool
genders_agree(uint8_t a, uint8_t b)
{
	return a == CQ_GENDER_UNKNOWN || b == CQ_GENDER_UNKNOWN || a == b;
}

/* Does a name, by its key, refer to this person? */
static bool
name_fits(const CqPerson *person, CqString key, bool civility)
{
	uint32_t	words = key_words(key);

	if (cq_string_equal(person->key, key))
		return true;
	if (key_ends_with(person->key, key))
		return words > 1 || civility || key.len > 2;
	if (key_ends_with(key, person->key))
		return true;			/* the title named it shortly, the text in full */
	return key_holds(person->key, key) && (words > 1 || civility);
}

/* Take a fuller form of the name. */
static void
person_extend(CqAnalysis *analysis, CqPerson *person, CqSpan name, CqString key)
{
	if (key.len <= person->key.len)
		return;
	person->key = key;
	person->name = cq_write_name(analysis, name);
	person->family = family_start(analysis, name, key);
}

uint32_t
cq_person_find(CqAnalysis *analysis, CqString key, CqGender gender, bool civility)
{
	uint32_t	stop = analysis->persons.len > PERSONS_WINDOW ? analysis->persons.len - PERSONS_WINDOW : 0;
	uint32_t	best = CQ_NOBODY;
	uint32_t	seen = 0;

	for (uint32_t i = analysis->persons.len; i-- > stop;)
	{
		const CqPerson *person = &analysis->persons.at[i];

		if (!name_fits(person, key, civility) || !genders_agree(person->gender, gender))
			continue;
		if (best == CQ_NOBODY || person->last > seen)
		{
			best = i;
			seen = person->last;
		}
	}
	return best;
}

/* The key of a name found in the order family, given ("LAFTIT Abdelouafi"). */
static CqString
reversed_key(CqAnalysis *analysis, CqSpan last, CqSpan name, CqString *canonical)
{
	CqWriter	key = {.analysis = analysis};
	CqWriter	written = {.analysis = analysis};

	cq_write_string(&key, cq_write_key(analysis, name));
	cq_write_string(&key, cq_string(" "));
	cq_write_string(&key, cq_write_key(analysis, last));
	cq_write_string(&written, cq_write_name(analysis, name));
	cq_write_string(&written, cq_string(" "));
	cq_write_string(&written, cq_write_name(analysis, last));
	*canonical = cq_writer_string(&written);
	return cq_writer_string(&key);
}

/* Make a new person of a name. */
static uint32_t
person_add(CqAnalysis *analysis, uint32_t chunk, CqSpan name, CqString key, CqString canonical)
{
	CqPerson   *person = cq_list_add(analysis->arena, &analysis->persons);

	person->key = key;
	person->name = canonical.bytes != NULL ? canonical : cq_write_name(analysis, name);
	person->family = family_start(analysis, name, key);
	person->first = chunk;
	person->confidence = analysis->chunks.at[chunk].kind == CQ_CHUNK_MAYBE ? CONFIDENCE_MAYBE : CONFIDENCE_NAME;
	return analysis->persons.len - 1;
}

uint32_t
cq_person_of_chunk(CqAnalysis *analysis, uint32_t number)
{
	CqChunk    *chunk = &analysis->chunks.at[number];
	CqSpan		name = cq_chunk_slot(analysis, chunk, CQ_SLOT_NAME);
	CqSpan		last = cq_chunk_slot(analysis, chunk, CQ_SLOT_LAST);
	bool		civility = cq_chunk_slot(analysis, chunk, CQ_SLOT_CIV).end > 0;
	CqGender	gender = name_gender(analysis, chunk, name);
	CqString	canonical = CQ_NONE;
	CqString	key;
	uint32_t	person;

	if (name.end == name.start)
		name = chunk->tokens;
	key = last.end > last.start ? reversed_key(analysis, last, name, &canonical) : cq_write_key(analysis, name);
	person = cq_person_find(analysis, key, civility ? gender : CQ_GENDER_UNKNOWN, civility);
	if (person == CQ_NOBODY)
		person = person_add(analysis, number, name, key, canonical);
	else if (canonical.bytes == NULL)
		person_extend(analysis, &analysis->persons.at[person], name, key);
	if (analysis->persons.at[person].gender == CQ_GENDER_UNKNOWN || civility)
		analysis->persons.at[person].gender = gender != CQ_GENDER_UNKNOWN ? (uint8_t) gender :
			analysis->persons.at[person].gender;
	analysis->persons.at[person].last = number + 1;
	chunk->referent = person;
	chunk->gender = analysis->persons.at[person].gender;
	return person;
}

/* A family name, hashed by its first word, on the way to finding where else it stands. */
typedef struct Family
{
	uint64_t	hash;
	uint32_t	person;
} Family;

/* The hash of the first word of a person's family name. */
static uint64_t
family_hash(const CqPerson *person)
{
	uint32_t	len = 0;

	while (person->family + len < person->key.len && person->key.bytes[person->family + len] != ' ')
		len++;
	return cq_hash_bytes(person->key.bytes + person->family, len);
}

/* Order by hash. */
static int
compare_families(const void *a, const void *b)
{
	const Family *left = a;
	const Family *right = b;

	return left->hash < right->hash ? -1 : left->hash > right->hash;
}

/* How many tokens from `token` on are the family name of a person; 0 if they are not. */
static uint32_t
family_stands_at(const CqAnalysis *analysis, const CqPerson *person, uint32_t token)
{
	CqString	family = {person->key.bytes + person->family, person->key.len - person->family};
	uint32_t	done = 0;
	uint32_t	at = token;

	for (; done < family.len && at < analysis->text.tokens.len; at++)
	{
		CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[at]);

		if (fold.len > family.len - done || memcmp(family.bytes + done, fold.bytes, fold.len) != 0)
			return 0;
		done += fold.len;
		if (done < family.len && family.bytes[done] == ' ')
			done++;
	}
	return done == family.len ? at - token : 0;
}

/* Can a lone word be taken for a family name: capitalised, and no everyday word where it must be? */
static bool
may_echo(const CqAnalysis *analysis, uint32_t token)
{
	const CqToken *at = &analysis->text.tokens.at[token];
	const CqCommon *common;

	if (!cq_shape_is_capital(at->shape) || at->fold_len < ECHO_LETTERS_MIN || at->marks & CQ_TOKEN_HYPHEN)
		return false;
	common = cq_lexicon_common(analysis->lexicon, cq_token_fold(&analysis->text, at));
	return common == NULL || at->shape == CQ_SHAPE_CAP;
}

/* Add the name that stands at `token`, if it is the family name of a person; yields its tokens. */
static uint32_t
add_echo(CqAnalysis *analysis, const Family *families, uint32_t count, uint32_t token)
{
	CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[token]);
	Family		wanted = {cq_hash_bytes(fold.bytes, fold.len), 0};
	const Family *found = bsearch(&wanted, families, count, sizeof(Family), compare_families);
	uint32_t	len;
	CqChunk    *chunk;

	if (found == NULL)
		return 0;
	len = family_stands_at(analysis, &analysis->persons.at[found->person], token);
	if (len == 0)
		return 0;
	chunk = cq_list_add(analysis->arena, &analysis->chunks);
	*chunk = (CqChunk) {.tokens = {token, token + len}, .kind = CQ_CHUNK_NAME, .rule = CQ_RULE_ECHO,
	.candidate = UINT32_MAX, .parent = CQ_NOBODY, .referent = found->person, .beaten = CQ_NOBODY,
	.gender = analysis->persons.at[found->person].gender};
	return len;
}

/* Find the family names of persons where no rule saw a name: "le président Saïed", "selon Laftit". */
static void
find_echoes(CqAnalysis *analysis)
{
	uint32_t	chunks = analysis->chunks.len;
	uint32_t	next = 0;
	Family	   *families = cq_arena_alloc(analysis->arena, (analysis->persons.len + 1) * sizeof(Family));

	for (uint32_t i = 0; i < analysis->persons.len; i++)
		families[i] = (Family) {family_hash(&analysis->persons.at[i]), i};
	if (analysis->persons.len > 1)
		qsort(families, analysis->persons.len, sizeof(Family), compare_families);
	for (uint32_t token = 0; token < analysis->text.tokens.len;)
	{
		uint32_t	len = 0;

		while (next < chunks && analysis->chunks.at[next].tokens.end <= token)
			next++;
		if ((next == chunks || analysis->chunks.at[next].tokens.start > token) && may_echo(analysis, token))
			len = add_echo(analysis, families, analysis->persons.len, token);
		token += len > 0 ? len : 1;
	}
	if (analysis->chunks.len > chunks)
		cq_chunks_order(analysis);
}

void
cq_resolve_persons(CqAnalysis *analysis)
{
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		if (analysis->chunks.at[i].kind == CQ_CHUNK_NAME)
			cq_person_of_chunk(analysis, i);
	}
	if (analysis->persons.len > 0)
		find_echoes(analysis);
}
