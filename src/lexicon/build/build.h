/*
 * build.h: what the parts of mklexicon share.
 *
 * mklexicon reads the files of fr/ (NAME.tsv, common.words) and the words that grammar rules quote, and writes the
 * arrays of tables.h as C. It runs on the machine that compiles, never on a server: it keeps all
 * in memory, and any fault in the data ends it with the file and line.
 */
#ifndef CQ_BUILD_H
#define CQ_BUILD_H

#include <stdio.h>
#include <stdlib.h>

#include "../../text/text.h"
#include "../tables.h"

#define BUILD_LINE_MAX 65536
#define BUILD_COLUMNS_MAX 16

typedef CQ_LIST(uint32_t) Numbers;
typedef CQ_LIST(char *) Strings;

/* A map from strings to numbers. */
typedef struct Map
{
	CqArena    *arena;
	const char **keys;
	uint32_t   *values;
	uint32_t	len;
	uint32_t	size;			/* a power of two */
} Map;

/* The value of a key, made with value `fresh` if there is none yet. */
uint32_t   *map_put(Map *map, const char *key, uint32_t fresh);

/* The value of a key; NULL if there is none. */
uint32_t   *map_get(const Map *map, const char *key);

/* A set of classes, by number. */
#define CLASSES_MAX 2048
typedef struct ClassSet
{
	uint64_t	bits[CLASSES_MAX / 64];
} ClassSet;

/* A node of the trie while it is built. */
typedef struct Node
{
	Numbers		words;			/* the words that may follow, each with its node */
	Numbers		nodes;
	Numbers		senses;
	ClassSet	classes;		/* without any sense: parts of speech, words in rules */
	uint32_t	capitals;
	bool		skips_adverb;
} Node;

typedef struct Sense
{
	CqSense		sense;
	uint32_t	capitals;
	bool		overlay;
	ClassSet	classes;
} Sense;

/* What an everyday form can be. */
typedef struct Form
{
	const char *folded;
	ClassSet	classes;
	const char *accents;		/* see common.c */
	bool		ambiguous;		/* several ways to put accents on it */
	uint32_t	reading;
} Form;

typedef struct Lemma
{
	const char *lemma;
	const char *paradigms;		/* "12,40" */
} Lemma;

typedef struct Builder
{
	CqHost		host;
	CqArena		arena;
	CqCharacters characters;
	Map			strings;		/* string to offset in pool */
	CQ_LIST(char) pool;
	Map			classes;		/* name to number */
	Strings		class_names;
	FILE	   *names;			/* the generated header */
	Map			words;			/* folded word to number = its root node */
	Strings		word_list;
	CQ_LIST(Node) nodes;		/* see trie.c for their numbers */
	uint32_t	phrase_nodes;
	CQ_LIST(Sense) senses;
	CQ_LIST(CqEntry) entries;
	Numbers		attributes;
	CQ_LIST(Form) forms;
	Map			form_index;
	Map			paradigms;		/* id to index in paradigm_list */
	Strings		paradigm_list;
	CQ_LIST(Lemma) lemmas;
	Map			lemma_index;
	Map			plurals;		/* singular form to string number of its plural */
	CQ_LIST(ClassSet) bundles;
	Map			bundle_index;
	const char *file;			/* being read, for error messages */
	uint32_t	line;
} Builder;

/* Say what is wrong with the data, and where, and end. */
void		build_fail(const Builder *builder, const char *what, const char *value)
			__attribute__((noreturn));

/* The number of a class, made if new. Its name as an identifier goes to the generated header. */
uint32_t	build_class(Builder *builder, const char *name);

/* Put a class into a set. */
void		class_set_add(ClassSet *set, uint32_t class);
void		class_set_join(ClassSet *set, const ClassSet *other);

/* The offset of a string in the pool. */
uint32_t	build_string(Builder *builder, const char *string);

/* Read common.words, and call `use` for every form of a lemma. */
typedef void (*FormUse) (Builder *builder, const char *form, const char *tags, void *self);
void		common_read(Builder *builder, const char *path);
void		common_each_form(Builder *builder, const char *lemma, FormUse use, void *self);

/* The classes of a reading such as "Nms" or "Vp3s". */
void		common_classes(Builder *builder, const char *tags, ClassSet *set);

/* Read one TSV file, or the list of words that rules quote. */
void		tsv_read(Builder *builder, const char *path);
void		rule_words_read(Builder *builder, const char *path);

/* The node of a phrase, made if new. `capitals` gets a bit for each word written with a capital. */
uint32_t	trie_add(Builder *builder, const char *phrase, uint32_t *capitals);

/* Fold a string as texts are folded. */
char	   *build_fold(Builder *builder, const char *string);

/* Write all arrays. */
void		emit_tables(Builder *builder, FILE *out);

#endif
