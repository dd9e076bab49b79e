/*
 * tables.h: the compiled lexicon, as mklexicon writes it and lexicon.c reads it.
 *
 * Everything is an index into an array; nothing is a pointer, so the arrays are read-only data that
 * all processes share. Strings are ended by NUL in one pool; string 0 is empty and means "none".
 *
 *		words	the exact words of all entries, by hash (`slots`); word i has node i
 *		nodes	places in the trie of phrases: what a phrase ending here means, what may follow
 *		senses	one meaning of one form: which entry, how its letters must be written
 *		bundles	sets of classes: all that a rule can ask of a unit
 *		common	the forms of everyday French, by a perfect hash that stores no strings
 */
#ifndef CQ_TABLES_H
#define CQ_TABLES_H

#include <stdint.h>

/* What a form asks of the letters it is found in. */
typedef enum CqNeed
{
	CQ_NEED_NOTHING = 0,		/* any letter case */
	CQ_NEED_CAPITALS,			/* a capital first, where the entry has one */
	CQ_NEED_EXACT,				/* capitals or mixed letters, as an acronym has */
	CQ_NEED_LEVELS
} CqNeed;

/* Which column a form came from. */
typedef enum CqForm
{
	CQ_FORM_CANONICAL = 0,
	CQ_FORM_VARIANT,
	CQ_FORM_FEMININE,
	CQ_FORM_PLURAL,
	CQ_FORM_ACRONYM,
	CQ_FORM_FORMAL				/* the long official name of a State */
} CqForm;

typedef struct CqNode
{
	uint32_t	edges;			/* first edge; edges are sorted by word */
	uint32_t	senses;			/* first sense; sorted by need */
	uint32_t	capitals;		/* bit i: the i-th word needs a capital, at CQ_NEED_CAPITALS */
	uint16_t	edge_count;
	uint16_t	bundle[CQ_NEED_LEVELS]; /* classes of the senses up to each need */
	uint8_t		sense_count[CQ_NEED_LEVELS];	/* senses up to each need */
	uint8_t		skips_adverb;	/* a verb phrase: an adverb may stand before the next word */
	uint8_t		overlay_count;	/* senses that make no unit, behind the others */
} CqNode;

typedef struct CqEdge
{
	uint32_t	word;
	uint32_t	node;
} CqEdge;

typedef struct CqSense
{
	uint32_t	entry;
	uint8_t		form;			/* a CqForm */
	uint8_t		need;			/* a CqNeed */
	uint16_t	class;			/* the class of its entry's file */
} CqSense;

typedef struct CqEntry
{
	uint32_t	canonical;		/* string */
	uint32_t	attributes;		/* first of its file's attribute columns, in `attributes` */
	uint32_t	class;			/* the class of its file */
} CqEntry;

/* The reading of an everyday word form. */
typedef struct CqCommon
{
	uint16_t	bundle;
	uint16_t	accents;		/* index into accent_strings: how to write it with its accents */
} CqCommon;

typedef struct CqTables
{
	const char *strings;
	const uint32_t *slots;		/* word + 1, or 0; open addressing */
	uint32_t	slot_mask;
	const uint32_t *words;		/* string of each word */
	const uint16_t *word_common;	/* its index in `common`, 0 if it is no everyday word */
	uint32_t	word_count;
	const CqNode *nodes;
	const CqEdge *edges;
	const CqSense *senses;
	const CqEntry *entries;
	uint32_t	entry_count;
	const uint32_t *attributes; /* strings */
	const uint64_t *bundles;	/* `bundle_width` words of class bits each */
	uint32_t	bundle_count;
	uint32_t	bundle_width;
	const uint32_t *class_names;	/* strings, by class */
	uint32_t	class_count;
	const uint32_t *class_entries;	/* first and last entry + 1 of each class, two each */
	const uint32_t *forms_seeds;	/* displacement of each bucket of the perfect hash */
	uint32_t	forms_buckets;
	uint32_t	forms_count;
	const uint32_t *forms;		/* 16 bits of fingerprint, 16 bits of index into `common` */
	const uint8_t *forms_check; /* 8 more bits of fingerprint */
	const CqCommon *common;		/* 0 is unused */
	uint32_t	common_count;
	const uint32_t *accents;	/* strings */
	const uint16_t *mention_bundles;	/* by kind, gender and number; see cq_bundle_of_mention */
} CqTables;

/* The tables compiled into this program. */
extern const CqTables cq_tables_shipped;

/* Where a form falls in the perfect hash: shared by the tool that builds it and its reader. */
static inline uint32_t
cq_forms_bucket(uint64_t hash, uint32_t buckets)
{
	return (uint32_t) (((hash & UINT32_MAX) * buckets) >> 32);
}

static inline uint32_t
cq_forms_place(uint64_t hash, uint32_t seed, uint32_t count)
{
	uint64_t	mixed = (hash ^ ((uint64_t) seed * UINT64_C(0x9E3779B97F4A7C15))) *
		UINT64_C(0xD6E8FEB86659FD93);

	return (uint32_t) (((mixed >> 32) * count) >> 32);
}

/* Its fingerprint: 24 bits that the bucket and place do not tell. */
static inline uint32_t
cq_forms_fingerprint(uint64_t hash)
{
	return (uint32_t) ((hash * UINT64_C(0xA0761D6478BD642F)) >> 40);
}

#endif
