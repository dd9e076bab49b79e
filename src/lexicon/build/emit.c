/*
 * emit.c: writes the arrays of tables.h as C.
 *
 * Arrays of numbers are written as string literals of their bytes, which compile a hundred times
 * faster than lists of numbers; the machine that compiles them is the machine that runs them.
 */
#include "build.h"

#include "perfect.h"

/* Bytes per line of the generated file. */
#define EMIT_LINE_BYTES 64

typedef struct Arrays
{
	CQ_LIST(CqNode) nodes;
	CQ_LIST(CqEdge) edges;
	CQ_LIST(CqSense) senses;
	Numbers		renumbered;		/* builder's node to final node */
	CQ_LIST(uint16_t) word_common;
	CQ_LIST(CqCommon) common;
	Map			common_index;
	Numbers		accents;
	Map			accent_index;
} Arrays;

/* Write one array. */
static void
emit_array(FILE *out, const char *name, const void *data, size_t size)
{
	const unsigned char *bytes = data;
	bool		after_octal = false;

	fprintf(out, "static const char %s[] __attribute__((aligned(16))) =\n", name);
	for (size_t i = 0; i < size; i++)
	{
		unsigned char c = bytes[i];

		if (i % EMIT_LINE_BYTES == 0)
			fputs(i == 0 ? "\"" : "\"\n\"", out);
		if (i % EMIT_LINE_BYTES == 0)
			after_octal = false;
		if (c < 32 || c > 126 || c == '"' || c == '\\' || c == '?' ||
			(after_octal && c >= '0' && c <= '7'))
		{
			fprintf(out, "\\%o", c);
			after_octal = c < 64;	/* a shorter escape would swallow a digit that follows */
		}
		else
		{
			fputc(c, out);
			after_octal = false;
		}
	}
	fputs(size == 0 ? "\"\";\n" : "\";\n", out);
}

/* The number of a bundle, made if new. */
static uint16_t
bundle_of(Builder *builder, const ClassSet *set)
{
	char		key[sizeof(set->bits) * 2 + 1];
	size_t		len = 0;
	uint32_t   *index;

	for (size_t i = 0; i < sizeof(set->bits) / sizeof(set->bits[0]); i++)
	{
		if (set->bits[i] != 0)
			len += (size_t) sprintf(key + len, "%zu:%llx,", i, (unsigned long long) set->bits[i]);
	}
	key[len] = '\0';
	index = map_put(&builder->bundle_index, key, builder->bundles.len);
	if (*index == builder->bundles.len)
		*cq_list_add(&builder->arena, &builder->bundles) = *set;
	if (builder->bundles.len > UINT16_MAX)
		build_fail(builder, "too many bundles", key);
	return (uint16_t) *index;
}

/* The number of an everyday reading, made if new. */
static uint16_t
common_of(Builder *builder, Arrays *arrays, const Form *form)
{
	CqCommon	common = {bundle_of(builder, &form->classes), 0};
	const char *accents = form->ambiguous ? "" : form->accents;
	uint32_t   *accent = map_put(&arrays->accent_index, accents, arrays->accents.len);
	char		key[32];
	uint32_t   *index;

	if (*accent == arrays->accents.len)
		*cq_list_add(&builder->arena, &arrays->accents) = build_string(builder, accents);
	common.accents = (uint16_t) *accent;
	snprintf(key, sizeof(key), "%u %u", common.bundle, common.accents);
	index = map_put(&arrays->common_index, key, arrays->common.len);
	if (*index == arrays->common.len)
		*cq_list_add(&builder->arena, &arrays->common) = common;
	if (arrays->common.len > UINT16_MAX || arrays->accents.len > UINT16_MAX)
		build_fail(builder, "too many readings", form->folded);
	return (uint16_t) *index;
}

/* Order senses by what they need of the letters. */
static int
compare_senses(const void *a, const void *b)
{
	const Sense *left = a;
	const Sense *right = b;

	if (left->overlay != right->overlay)
		return left->overlay - right->overlay;
	if (left->sense.need != right->sense.need)
		return left->sense.need - right->sense.need;
	return left->sense.entry < right->sense.entry ? -1 : left->sense.entry > right->sense.entry;
}

/* The bundle of a set; of an empty one, that of unknown words. */
static uint16_t
bundle_or_unknown(Builder *builder, const ClassSet *set)
{
	static const ClassSet EMPTY;

	return memcmp(set, &EMPTY, sizeof(EMPTY)) == 0 ? 0 : bundle_of(builder, set);
}

/* Fill in what a phrase that ends at this node means. */
static void
finish_senses(Builder *builder, Arrays *arrays, CqNode *out, const Node *node, ClassSet classes)
{
	Sense		senses[256];
	uint32_t	count = node->senses.len < 255 ? node->senses.len : 255;
	uint32_t	next = 0;

	for (uint32_t i = 0; i < count; i++)
		senses[i] = builder->senses.at[node->senses.at[i]];
	qsort(senses, count, sizeof(senses[0]), compare_senses);
	out->senses = arrays->senses.len;
	for (uint32_t need = 0; need < CQ_NEED_LEVELS; need++)
	{
		for (; next < count && senses[next].sense.need == need && !senses[next].overlay; next++)
		{
			*cq_list_add(&builder->arena, &arrays->senses) = senses[next].sense;
			class_set_join(&classes, &senses[next].classes);
			if (need == CQ_NEED_CAPITALS)
				out->capitals |= senses[next].capitals;
		}
		out->sense_count[need] = (uint8_t) next;
		out->bundle[need] = bundle_or_unknown(builder, &classes);
	}
	for (; next < count; next++, out->overlay_count++)
		*cq_list_add(&builder->arena, &arrays->senses) = senses[next].sense;
}

/* Order edges by word. */
static int
compare_edges(const void *a, const void *b)
{
	const CqEdge *left = a;
	const CqEdge *right = b;

	return left->word < right->word ? -1 : left->word > right->word;
}

/* Fill in one node. */
static void
finish_node(Builder *builder, Arrays *arrays, uint32_t number, const ClassSet *common)
{
	const Node *node = &builder->nodes.at[number];
	CqNode	   *out = &arrays->nodes.at[arrays->renumbered.at[number]];
	ClassSet	classes = node->classes;

	if (common != NULL)
		class_set_join(&classes, common);
	finish_senses(builder, arrays, out, node, classes);
	out->skips_adverb = node->skips_adverb;
	out->edges = arrays->edges.len;
	out->edge_count = (uint16_t) node->words.len;
	for (uint32_t i = 0; i < node->words.len; i++)
	{
		CqEdge	   *edge = cq_list_add(&builder->arena, &arrays->edges);

		edge->word = node->words.at[i];
		edge->node = arrays->renumbered.at[node->nodes.at[i]];
	}
	qsort(&arrays->edges.at[out->edges], node->words.len, sizeof(CqEdge), compare_edges);
}

/* Number the nodes: words first, in the order of words; then phrases. */
static void
renumber(Builder *builder, Arrays *arrays)
{
	uint32_t	words = builder->word_list.len;

	while (builder->nodes.len < words * 2)
		(void) cq_list_add(&builder->arena, &builder->nodes);
	for (uint32_t i = 0; i < builder->nodes.len; i++)
		*cq_list_add(&builder->arena, &arrays->renumbered) = i % 2 == 0 ? i / 2 : words + i / 2;
	for (uint32_t i = 0; i < words + builder->phrase_nodes; i++)
		(void) cq_list_add(&builder->arena, &arrays->nodes);
}

/*
 * A phrase of verbs skips adverbs from its first word on; the mark is set where phrases end, so
 * carry it back to the nodes that lead there.
 */
static bool
carry_skips(Builder *builder, uint32_t number)
{
	Node	   *node = &builder->nodes.at[number];
	bool		skips = node->skips_adverb;

	for (uint32_t i = 0; i < node->nodes.len; i++)
		skips |= carry_skips(builder, node->nodes.at[i]);
	node->skips_adverb = skips;
	return skips;
}

/* Finish words and phrases. */
static void
finish_nodes(Builder *builder, Arrays *arrays)
{
	for (uint32_t i = 0; i < builder->word_list.len; i++)
	{
		uint32_t   *index = map_get(&builder->form_index, builder->word_list.at[i]);
		const Form *form = index != NULL ? &builder->forms.at[*index] : NULL;

		carry_skips(builder, i * 2);
		*cq_list_add(&builder->arena, &arrays->word_common) =
			form != NULL ? common_of(builder, arrays, form) : 0;
		finish_node(builder, arrays, i * 2, form != NULL ? &form->classes : NULL);
	}
	for (uint32_t i = 0; i < builder->phrase_nodes; i++)
		finish_node(builder, arrays, i * 2 + 1, NULL);
}

/* Write the hash of words: open addressing, half full at most. */
static void
emit_words(Builder *builder, FILE *out)
{
	uint32_t	size = 1024;
	uint32_t   *slots;
	uint32_t   *strings = calloc(builder->word_list.len, sizeof(uint32_t));

	while (size < builder->word_list.len * 2)
		size *= 2;
	slots = calloc(size, sizeof(uint32_t));
	for (uint32_t i = 0; i < builder->word_list.len; i++)
	{
		const char *word = builder->word_list.at[i];
		uint32_t	slot = (uint32_t) cq_hash_bytes(word, (uint32_t) strlen(word)) & (size - 1);

		while (slots[slot] != 0)
			slot = (slot + 1) & (size - 1);
		slots[slot] = i + 1;
		strings[i] = build_string(builder, word);
	}
	emit_array(out, "slots", slots, size * sizeof(uint32_t));
	emit_array(out, "words", strings, builder->word_list.len * sizeof(uint32_t));
	fprintf(out, "#define SLOT_MASK %u\n#define WORD_COUNT %u\n", size - 1, builder->word_list.len);
	free(slots);
	free(strings);
}

/* Write the perfect hash of everyday forms. */
static void
emit_forms(Builder *builder, Arrays *arrays, FILE *out)
{
	Perfect		perfect;
	uint32_t	count = builder->forms.len;
	uint64_t   *hashes = calloc(count + 1, sizeof(uint64_t));
	uint32_t   *forms;
	uint8_t    *check;

	for (uint32_t i = 0; i < count; i++)
		hashes[i] = cq_hash_bytes(builder->forms.at[i].folded,
								  (uint32_t) strlen(builder->forms.at[i].folded));
	perfect_build(&perfect, hashes, count);
	forms = calloc(perfect.size + 1, sizeof(uint32_t));
	check = calloc(perfect.size + 1, 1);
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	seed = perfect.seeds[cq_forms_bucket(hashes[i], perfect.buckets)];
		uint32_t	place = cq_forms_place(hashes[i], seed, perfect.size);
		uint32_t	print = cq_forms_fingerprint(hashes[i]);

		forms[place] = (print & 0xFFFF) << 16 | common_of(builder, arrays, &builder->forms.at[i]);
		check[place] = (uint8_t) (print >> 16);
	}
	emit_array(out, "forms_seeds", perfect.seeds, perfect.buckets * sizeof(uint32_t));
	emit_array(out, "forms", forms, perfect.size * sizeof(uint32_t));
	emit_array(out, "forms_check", check, perfect.size);
	fprintf(out, "#define FORMS_BUCKETS %u\n#define FORMS_COUNT %u\n", perfect.buckets, perfect.size);
	free(forms);
	free(check);
	free(hashes);
}

/* Write where the entries of each class stand: those of one file, or of one class, are neighbours. */
static void
emit_class_entries(Builder *builder, FILE *out)
{
	uint32_t   *ranges = calloc((size_t) builder->class_names.len * 2, sizeof(uint32_t));

	for (uint32_t i = 0; i < builder->entries.len; i++)
	{
		uint32_t   *range = ranges + (size_t) builder->entries.at[i].class * 2;

		if (range[1] == 0)
			range[0] = i;
		range[1] = i + 1;
	}
	emit_array(out, "class_entries", ranges, (size_t) builder->class_names.len * 2 * sizeof(uint32_t));
	free(ranges);
}

/* Write the bundles, each as few words of bits as the classes need. */
static void
emit_bundles(Builder *builder, FILE *out)
{
	uint32_t	width = (builder->class_names.len + 63) / 64;
	uint64_t   *bits = calloc((size_t) builder->bundles.len * width, sizeof(uint64_t));
	uint32_t   *names = calloc(builder->class_names.len, sizeof(uint32_t));

	for (uint32_t i = 0; i < builder->bundles.len; i++)
		memcpy(bits + (size_t) i * width, builder->bundles.at[i].bits, width * sizeof(uint64_t));
	for (uint32_t i = 0; i < builder->class_names.len; i++)
		names[i] = build_string(builder, builder->class_names.at[i]);
	emit_array(out, "bundles", bits, (size_t) builder->bundles.len * width * sizeof(uint64_t));
	emit_class_entries(builder, out);
	emit_array(out, "class_names", names, builder->class_names.len * sizeof(uint32_t));
	fprintf(out, "#define BUNDLE_COUNT %u\n#define BUNDLE_WIDTH %u\n#define CLASS_COUNT %u\n",
			builder->bundles.len, width, builder->class_names.len);
	free(bits);
	free(names);
}

/* Write the bundles of mentions, by chunk kind, gender and number. */
static void
emit_mentions(Builder *builder, FILE *out)
{
	static const char *const KINDS[] = {
#define CQ_CHUNK(symbol, name) name,
#include "../../base/kinds.def"
	};
	static const char *const GENDERS[] = {NULL, "m", "f"};
	uint16_t	bundles[sizeof(KINDS) / sizeof(KINDS[0]) * 6];
	uint32_t	count = 0;

	for (uint32_t kind = 0; kind < sizeof(KINDS) / sizeof(KINDS[0]); kind++)
	{
		for (uint32_t i = 0; i < 6; i++)
		{
			ClassSet	set = {0};

			class_set_add(&set, build_class(builder, KINDS[kind]));
			if (GENDERS[i / 2] != NULL)
				class_set_add(&set, build_class(builder, GENDERS[i / 2]));
			class_set_add(&set, build_class(builder, i % 2 == 0 ? "sg" : "pl"));
			bundles[count++] = bundle_of(builder, &set);
		}
	}
	emit_array(out, "mention_bundles", bundles, sizeof(bundles));
}

void
emit_tables(Builder *builder, FILE *out)
{
	Arrays	   *arrays = calloc(1, sizeof(Arrays));
	ClassSet	unknown = {0};

	class_set_add(&unknown, build_class(builder, "unknown"));
	bundle_of(builder, &unknown);
	(void) cq_list_add(&builder->arena, &arrays->common);
	(void) map_put(&arrays->common_index, "unused", 0);
	fputs("/* Generated by mklexicon from src/lexicon/fr: do not edit. */\n"
		  "#include \"../src/lexicon/tables.h\"\n\n", out);
	renumber(builder, arrays);
	finish_nodes(builder, arrays);
	emit_mentions(builder, out);
	emit_words(builder, out);
	emit_forms(builder, arrays, out);
	emit_bundles(builder, out);
	emit_array(out, "nodes", arrays->nodes.at, arrays->nodes.len * sizeof(CqNode));
	emit_array(out, "edges", arrays->edges.at, arrays->edges.len * sizeof(CqEdge));
	emit_array(out, "senses", arrays->senses.at, arrays->senses.len * sizeof(CqSense));
	emit_array(out, "entries", builder->entries.at, builder->entries.len * sizeof(CqEntry));
	emit_array(out, "attributes", builder->attributes.at, builder->attributes.len * sizeof(uint32_t));
	emit_array(out, "word_common", arrays->word_common.at, arrays->word_common.len * sizeof(uint16_t));
	emit_array(out, "common", arrays->common.at, arrays->common.len * sizeof(CqCommon));
	emit_array(out, "accents", arrays->accents.at, arrays->accents.len * sizeof(uint32_t));
	emit_array(out, "strings", builder->pool.at, builder->pool.len);
	fprintf(out, "\nconst CqTables cq_tables_shipped = {\n"
			"	strings, (const uint32_t *) slots, SLOT_MASK, (const uint32_t *) words,\n"
			"	(const uint16_t *) word_common, WORD_COUNT, (const CqNode *) nodes,\n"
			"	(const CqEdge *) edges, (const CqSense *) senses, (const CqEntry *) entries, %u,\n"
			"	(const uint32_t *) attributes, (const uint64_t *) bundles, BUNDLE_COUNT, BUNDLE_WIDTH,\n"
			"	(const uint32_t *) class_names, CLASS_COUNT, (const uint32_t *) class_entries,\n"
			"	(const uint32_t *) forms_seeds,\n"
			"	FORMS_BUCKETS, FORMS_COUNT, (const uint32_t *) forms, (const uint8_t *) forms_check,\n"
			"	(const CqCommon *) common, %u, (const uint32_t *) accents,\n"
			"	(const uint16_t *) mention_bundles\n};\n", builder->entries.len, arrays->common.len);
}
