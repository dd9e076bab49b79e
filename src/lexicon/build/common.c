/*
 * common.c: reads common.words, the everyday forms of French as paradigms and lemmas.
 *
 *		@12	>:Nms >s:Nmp			a paradigm: strip nothing, add "" or "s"
 *		ministre	12				a lemma that follows it
 *
 * gives "ministre" (noun, masculine singular) and "ministres" (plural). The format is described in
 * full at the head of the file.
 */
#include "build.h"

#include <ctype.h>

/* Longest form built. */
#define FORM_BYTES_MAX 128

/* One letter of a tag, and the class it stands for. */
typedef struct TagClass
{
	char		letter;
	const char *class;
} TagClass;

static const TagClass POS[] = {{'N', "noun"}, {'A', "adj"}, {'V', "verb"}, {'B', "adv"},
{'D', "det"}, {'E', "prep"}, {'O', "pron"}, {'C', "conj"}, {'U', "numeral"},
{'J', "interj"}, {'K', "proper"}, {'X', "other"}};

static const TagClass MOOD[] = {{'i', "inf"}, {'P', "pp"}, {'R', "ppr"}, {'p', "pres"},
{'m', "impf"}, {'s', "simple"}, {'f', "fut"}, {'c', "cond"}, {'S', "subj"},
{'T', "subj"}, {'I', "imper"}};

static const TagClass FEATURE[] = {{'m', "m"}, {'f', "f"}, {'e', "epicene"}, {'s', "sg"}, {'p', "pl"},
{'i', "invariable"}, {'1', "p1"}, {'2', "p2"}, {'3', "p3"}};

/* Add the class that a letter stands for. */
static void
add_letter(Builder *builder, ClassSet *set, const TagClass *table, size_t count, char letter)
{
	for (size_t i = 0; i < count; i++)
	{
		if (table[i].letter == letter)
		{
			class_set_add(set, build_class(builder, table[i].class));
			return;
		}
	}
	build_fail(builder, "unknown letter in tag", (char[]) {letter, '\0'});
}

#define ADD_LETTER(builder, set, table, letter) \
	add_letter((builder), (set), (table), sizeof(table) / sizeof((table)[0]), (letter))

/* Is the mood one that makes a finite verb of the indicative or conditional, or a subjunctive? */
static bool
mood_is_finite(char mood)
{
	return strchr("pmsfcST", mood) != NULL;
}

void
common_classes(Builder *builder, const char *tags, ClassSet *set)
{
	ADD_LETTER(builder, set, POS, tags[0]);
	tags++;
	if (tags[-1] == 'V' && *tags != '\0')
	{
		if (mood_is_finite(*tags))
			class_set_add(set, build_class(builder, "fin"));
		ADD_LETTER(builder, set, MOOD, *tags);
		tags++;
	}
	for (; *tags != '\0'; tags++)
		ADD_LETTER(builder, set, FEATURE, *tags);
}

/*
 * How to get from the folded form back to the written one: for each letter that differs, its place
 * in the folded form plus one (a byte), then the character: "evenement" + "\1é\3é".
 */
static const char *
accents_of(Builder *builder, const char *form)
{
	char		out[FORM_BYTES_MAX * 3];
	uint32_t	used = 0;
	uint32_t	place = 0;
	const char *end = form + strlen(form);

	if (strcmp(build_fold(builder, form), form) == 0)
		return "";
	while (form < end)
	{
		int32_t		code;
		uint32_t	len = cq_utf8_decode(form, end, &code);
		const CqCharacter *character = cq_character(&builder->characters, code);

		if (character->fold_len != len || memcmp(character->fold, form, len) != 0)
		{
			out[used++] = (char) (place + 1);
			memcpy(out + used, form, len);
			used += len;
		}
		place += character->fold_len;
		form += len;
	}
	out[used] = '\0';
	return cq_arena_copy(&builder->arena, out, used);
}

/* Note one form with one reading. */
static void
note_form(Builder *builder, const char *written, const char *tags, void *self)
{
	char	   *folded = build_fold(builder, written);
	uint32_t   *index = map_put(&builder->form_index, folded, builder->forms.len);
	const char *accents = accents_of(builder, written);
	Form	   *form;

	(void) self;
	if (*index == builder->forms.len)
	{
		form = cq_list_add(&builder->arena, &builder->forms);
		form->folded = folded;
		form->accents = accents;
	}
	form = &builder->forms.at[*index];
	if (strcmp(form->accents, accents) != 0)
		form->ambiguous = true;
	common_classes(builder, tags, &form->classes);
}

/* Build the form that "strip>add" makes of a lemma; false if the lemma does not end so. */
static bool
apply_ending(const char *lemma, const char *strip, size_t strip_len, const char *add,
			 size_t add_len, char *form)
{
	size_t		len = strlen(lemma);

	if (strip_len > len || memcmp(lemma + len - strip_len, strip, strip_len) != 0 ||
		len - strip_len + add_len >= FORM_BYTES_MAX)
		return false;
	memcpy(form, lemma, len - strip_len);
	memcpy(form + len - strip_len, add, add_len);
	form[len - strip_len + add_len] = '\0';
	return true;
}

/* Call `use` for each reading of one "strip>add:TAGS" item. */
static void
use_item(Builder *builder, const char *lemma, char *item, FormUse use, void *self)
{
	char	   *add = strchr(item, '>');
	char	   *tags = strrchr(item, ':');
	char		form[FORM_BYTES_MAX];
	char	   *rest;

	if (add == NULL || tags == NULL || tags < add)
		build_fail(builder, "bad paradigm item", item);
	if (!apply_ending(lemma, item, (size_t) (add - item), add + 1, (size_t) (tags - add - 1), form))
		build_fail(builder, "lemma does not end as its paradigm asks", lemma);
	for (char *tag = strtok_r(tags + 1, ",", &rest); tag != NULL; tag = strtok_r(NULL, ",", &rest))
		use(builder, form, tag, self);
}

/* Call `use` for each form a paradigm makes of a lemma. */
static void
use_paradigm(Builder *builder, const char *lemma, const char *id, FormUse use, void *self)
{
	uint32_t   *index = map_get(&builder->paradigms, id);
	char	   *items;
	char	   *rest;

	if (index == NULL)
		build_fail(builder, "no such paradigm", id);
	items = strdup(builder->paradigm_list.at[*index]);
	for (char *item = strtok_r(items, " ", &rest); item != NULL; item = strtok_r(NULL, " ", &rest))
		use_item(builder, lemma, item, use, self);
	free(items);
}

void
common_each_form(Builder *builder, const char *lemma, FormUse use, void *self)
{
	uint32_t   *index = map_get(&builder->lemma_index, lemma);
	char	   *ids;
	char	   *rest;

	if (index == NULL)
		return;
	ids = strdup(builder->lemmas.at[*index].paradigms);
	for (char *id = strtok_r(ids, ",", &rest); id != NULL; id = strtok_r(NULL, ",", &rest))
		use_paradigm(builder, lemma, id, use, self);
	free(ids);
}

/* The forms of a lemma on the way to pairing singulars with plurals. */
typedef struct Numbered
{
	char		forms[64][FORM_BYTES_MAX];
	char		tags[64][8];
	int			count;
} Numbered;

/* Collect noun and adjective forms. */
static void
collect_numbered(Builder *builder, const char *form, const char *tags, void *self)
{
	Numbered   *numbered = self;

	(void) builder;
	if ((tags[0] != 'N' && tags[0] != 'A') || strlen(tags) > 7 || numbered->count == 64)
		return;
	strcpy(numbered->forms[numbered->count], form);
	strcpy(numbered->tags[numbered->count++], tags);
}

/* Remember the plural of each singular of a lemma, same part of speech and gender. */
static void
note_plurals(Builder *builder, const char *lemma)
{
	Numbered   *numbered = calloc(1, sizeof(Numbered));

	common_each_form(builder, lemma, collect_numbered, numbered);
	for (int i = 0; i < numbered->count; i++)
	{
		for (int j = 0; j < numbered->count; j++)
		{
			const char *one = numbered->tags[i];
			const char *many = numbered->tags[j];

			if (strlen(one) == 3 && strlen(many) == 3 && one[2] == 's' && many[2] == 'p' &&
				one[0] == many[0] && one[1] == many[1])
				map_put(&builder->plurals, cq_arena_copy(&builder->arena, numbered->forms[i],
														 strlen(numbered->forms[i])),
						build_string(builder, numbered->forms[j]));
		}
	}
	free(numbered);
}

/* Take in a line: a paradigm or a lemma. */
static void
read_line(Builder *builder, char *line)
{
	char	   *tab = strchr(line, '\t');
	char	   *copy;

	if (line[0] == '#' || line[0] == '\0')
		return;
	if (tab == NULL)
		build_fail(builder, "no tab in line", line);
	copy = cq_arena_copy(&builder->arena, line, strlen(line));
	copy[tab - line] = '\0';
	if (line[0] == '@')
	{
		map_put(&builder->paradigms, copy + 1, builder->paradigm_list.len);
		*cq_list_add(&builder->arena, &builder->paradigm_list) = copy + (tab - line) + 1;
	}
	else
	{
		Lemma	   *lemma;

		map_put(&builder->lemma_index, copy, builder->lemmas.len);
		lemma = cq_list_add(&builder->arena, &builder->lemmas);
		lemma->lemma = copy;
		lemma->paradigms = copy + (tab - line) + 1;
	}
}

void
common_read(Builder *builder, const char *path)
{
	FILE	   *in = fopen(path, "r");
	static char line[BUILD_LINE_MAX];

	builder->file = path;
	builder->line = 0;
	if (in == NULL)
		build_fail(builder, "cannot open", path);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		builder->line++;
		line[strcspn(line, "\n")] = '\0';
		read_line(builder, line);
	}
	fclose(in);
	for (uint32_t i = 0; i < builder->lemmas.len; i++)
	{
		common_each_form(builder, builder->lemmas.at[i].lemma, note_form, NULL);
		note_plurals(builder, builder->lemmas.at[i].lemma);
	}
}
