/*
 * lexicon.h: what words mean.
 *
 * The text's tokens become units, each the longest stretch that the lexicon knows as a phrase, or a
 * single word. A unit has a bundle, the set of classes of all its readings ("offices",
 * "offices:minister", "noun", "sg"...), and the senses behind those classes.
 */
#ifndef CQ_LEXICON_H
#define CQ_LEXICON_H

#include "../text/text.h"
#include "tables.h"
#include "lexicon_names.h"		/* generated: CQ_CLASS_*, and CQ_<FILE>_<COLUMN> */

typedef uint16_t CqBundle;

/* What a word that nobody knows gets: the class <unknown> alone. */
#define CQ_BUNDLE_UNKNOWN 0

typedef struct CqUnit
{
	uint32_t	first;			/* tokens [first, end) */
	uint32_t	end;
	CqBundle	bundle;
	uint8_t		shape;			/* a CqShape */
	uint8_t		sense_count;
	uint32_t	senses;			/* index of its first sense; of a mention, in later rounds */
} CqUnit;

typedef CQ_LIST(CqUnit) CqUnits;

typedef struct CqLexicon
{
	const CqTables *tables;
} CqLexicon;

/*
 * Cut the text into units and find its sentences: the full stop that ends one gets shape STOP, the
 * capital that begins one shape FIRST. Changes the text's tokens only by mending broken words.
 */
void		cq_lexicon_read(const CqLexicon *lexicon, CqText *text, CqUnits *units);

/* The part of cq_lexicon_read that finds sentences; it stands in a file of its own. */
void		cq_lexicon_sentences(const CqLexicon *lexicon, CqText *text, CqUnits *units);

/* Does the unit belong to the class? */
static inline bool
cq_unit_is(const CqLexicon *lexicon, const CqUnit *unit, uint32_t class)
{
	const uint64_t *bits = lexicon->tables->bundles +
		(size_t) unit->bundle * lexicon->tables->bundle_width;

	return (bits[class >> 6] >> (class & 63)) & 1;
}

/* The unit's first sense of the class of a file; NULL if it has none. */
const CqSense *cq_unit_sense(const CqLexicon *lexicon, const CqUnit *unit, uint32_t class);

/* An entry's canonical form. */
CqString	cq_sense_canonical(const CqLexicon *lexicon, const CqSense *sense);

/* An entry's attribute, by the column's number (CQ_OFFICES_KIND ...); empty if the cell is. */
CqString	cq_sense_attribute(const CqLexicon *lexicon, const CqSense *sense, uint32_t column);

/* The words of the lexicon that a folded string is; UINT32_MAX if none is. */
uint32_t	cq_lexicon_word(const CqLexicon *lexicon, CqString folded);

/* The reading of a folded string as an everyday word; NULL if it is none. */
const CqCommon *cq_lexicon_common(const CqLexicon *lexicon, CqString folded);

/* The entry of this number, from 0, of the class of a file; false past the last. */
bool		cq_class_entry(const CqLexicon *lexicon, uint32_t class, uint32_t number, CqSense *sense);

/* Is this the code of a country that the lexicon knows (ISO 3166-1 alpha-2, capitals)? */
bool		cq_lexicon_has_country(const CqLexicon *lexicon, CqString code);

/* Write a folded everyday word with its accents, in small letters, into the arena. */
CqString	cq_lexicon_accented(const CqLexicon *lexicon, CqArena *arena, CqString folded);

/* Genders and numbers of mentions, as bundles know them. */
typedef enum CqGender
{
	CQ_GENDER_UNKNOWN = 0, CQ_GENDER_M, CQ_GENDER_F, CQ_GENDER_COUNT
} CqGender;

/* The bundle of a settled mention standing as one unit. `class` is one of CQ_CLASS_M_*. */
CqBundle	cq_bundle_of_mention(const CqLexicon *lexicon, uint32_t kind, CqGender gender,
								 bool plural);

#endif
