/* lexicon.c: looks things up in the compiled tables. */
#include "lexicon.h"

/* Longest word that accents are put on. */
#define ACCENTED_BYTES_MAX 256

/* A string of the pool. */
static CqString
pool_string(const CqTables *tables, uint32_t offset)
{
	return offset == 0 ? CQ_NONE : cq_string(tables->strings + offset);
}

uint32_t
cq_lexicon_word(const CqLexicon *lexicon, CqString folded)
{
	const CqTables *tables = lexicon->tables;
	uint32_t	slot = (uint32_t) cq_hash_bytes(folded.bytes, folded.len) & tables->slot_mask;

	for (; tables->slots[slot] != 0; slot = (slot + 1) & tables->slot_mask)
	{
		uint32_t	word = tables->slots[slot] - 1;
		const char *string = tables->strings + tables->words[word];

		if (memcmp(string, folded.bytes, folded.len) == 0 && string[folded.len] == '\0')
			return word;
	}
	return UINT32_MAX;
}

const CqCommon *
cq_lexicon_common(const CqLexicon *lexicon, CqString folded)
{
	const CqTables *tables = lexicon->tables;
	uint64_t	hash = cq_hash_bytes(folded.bytes, folded.len);
	uint32_t	seed = tables->forms_seeds[cq_forms_bucket(hash, tables->forms_buckets)];
	uint32_t	place = cq_forms_place(hash, seed, tables->forms_count);
	uint32_t	print = cq_forms_fingerprint(hash);
	uint32_t	form = tables->forms[place];

	if (form >> 16 != (print & 0xFFFF) || tables->forms_check[place] != print >> 16 ||
		(form & 0xFFFF) == 0)
		return NULL;
	return &tables->common[form & 0xFFFF];
}

const CqSense *
cq_unit_sense(const CqLexicon *lexicon, const CqUnit *unit, uint32_t class)
{
	const CqSense *senses = lexicon->tables->senses + unit->senses;

	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		if (senses[i].class == class)
			return &senses[i];
	}
	return NULL;
}

CqString
cq_sense_canonical(const CqLexicon *lexicon, const CqSense *sense)
{
	return pool_string(lexicon->tables, lexicon->tables->entries[sense->entry].canonical);
}

CqString
cq_sense_attribute(const CqLexicon *lexicon, const CqSense *sense, uint32_t column)
{
	const CqEntry *entry = &lexicon->tables->entries[sense->entry];

	return pool_string(lexicon->tables, lexicon->tables->attributes[entry->attributes + column]);
}

/* Put the accents of a pattern ("\1é\3é": place plus one, character) on a folded word. */
static uint32_t
put_accents(CqString folded, const char *pattern, char *out)
{
	uint32_t	place = 0;
	uint32_t	len = 0;

	for (; *pattern != '\0';)
	{
		uint32_t	target = (uint32_t) (unsigned char) *pattern++ - 1;
		int32_t		code;
		uint32_t	size = cq_utf8_decode(pattern, pattern + strlen(pattern), &code);

		memcpy(out + len, folded.bytes + place, target - place);
		len += target - place;
		memcpy(out + len, pattern, size);
		len += size;
		pattern += size;
		place = target + (code == 0x153 || code == 0xE6 ? 2 : 1);	/* œ and æ fold to two */
	}
	memcpy(out + len, folded.bytes + place, folded.len - place);
	return len + folded.len - place;
}

CqString
cq_lexicon_accented(const CqLexicon *lexicon, CqArena *arena, CqString folded)
{
	const CqTables *tables = lexicon->tables;
	const CqCommon *common;
	const char *pattern;
	char		out[ACCENTED_BYTES_MAX * 3];

	if (folded.len > ACCENTED_BYTES_MAX)
		return folded;
	common = cq_lexicon_common(lexicon, folded);
	pattern = common != NULL ? tables->strings + tables->accents[common->accents] : "";
	if (*pattern == '\0')
		return folded;
	folded.len = put_accents(folded, pattern, out);
	folded.bytes = cq_arena_copy(arena, out, folded.len);
	return folded;
}

CqBundle
cq_bundle_of_mention(const CqLexicon *lexicon, uint32_t kind, CqGender gender, bool plural)
{
	return lexicon->tables->mention_bundles[kind * 6 + (uint32_t) gender * 2 + plural];
}

bool
cq_lexicon_has_country(const CqLexicon *lexicon, CqString code)
{
	CqSense		sense;

	for (uint32_t i = 0; cq_class_entry(lexicon, CQ_CLASS_COUNTRIES, i, &sense); i++)
	{
		if (cq_string_equal(cq_sense_attribute(lexicon, &sense, CQ_COUNTRIES_ISO), code))
			return true;
	}
	return false;
}

bool
cq_class_entry(const CqLexicon *lexicon, uint32_t class, uint32_t number, CqSense *sense)
{
	const uint32_t *range = lexicon->tables->class_entries + (size_t) class * 2;

	if (number >= range[1] - range[0])
		return false;
	*sense = (CqSense) {.entry = range[0] + number, .class = (uint16_t) class};
	return true;
}
