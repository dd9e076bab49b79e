/*
 * tsv.c: reads one file of entries, as described in fr/README.md.
 *
 * Every form of an entry (canonical, variants, feminine, plural, acronyms, and what `inflect` makes
 * of them) goes into the trie with a sense that leads back to the entry.
 */
#include "build.h"

/* Longest phrase written in a cell. */
#define PHRASE_BYTES_MAX 512

/* Acronyms of fewer letters match only as written; longer ones also as "Unesco". */
#define ACRONYM_EXACT_LETTERS 5

typedef struct File
{
	char		name[64];
	char	   *columns[BUILD_COLUMNS_MAX];
	uint32_t	column_count;
	bool		proper;			/* #! case proper */
	bool		inflect_number; /* #! inflect number */
	bool		inflect_verb;	/* #! inflect verb */
	bool		overlay;		/* #! overlay: its phrases make no units */
	char		classed[256];	/* " kind country " : columns whose values are classes */
	uint32_t	class;
	bool		gendered;		/* has a column of feminines */
} File;

/* An entry while its forms are added. */
typedef struct Row
{
	File	   *file;
	char	   *cells[BUILD_COLUMNS_MAX];
	uint32_t	entry;
	ClassSet	classes;
	CqForm		form;
	CqNeed		need;
} Row;

/* The name of the class of a file: its base name. */
static void
file_name(File *file, const char *path)
{
	const char *slash = strrchr(path, '/');

	snprintf(file->name, sizeof(file->name), "%s", slash != NULL ? slash + 1 : path);
	file->name[strcspn(file->name, ".")] = '\0';
}

/* Obey a directive line. */
static void
read_directive(Builder *builder, File *file, const char *line)
{
	if (strncmp(line, "#! case proper", 14) == 0)
		file->proper = true;
	else if (strncmp(line, "#! inflect number", 17) == 0)
		file->inflect_number = true;
	else if (strncmp(line, "#! inflect verb", 15) == 0)
		file->inflect_verb = true;
	else if (strncmp(line, "#! overlay", 10) == 0)
		file->overlay = true;
	else if (strncmp(line, "#! classes ", 11) == 0)
		snprintf(file->classed, sizeof(file->classed), " %.200s ", line + 11);
	else if (strncmp(line, "#! class ", 9) == 0)
		snprintf(file->name, sizeof(file->name), "%.60s", line + 9);
	else if (strncmp(line, "#! case any", 11) != 0 && strncmp(line, "#! inflect no", 13) != 0)
		build_fail(builder, "unknown directive", line);
}

/* Split a line at its tabs. */
static uint32_t
split(Builder *builder, char *line, char **cells)
{
	uint32_t	count = 0;

	memset(cells, 0, BUILD_COLUMNS_MAX * sizeof(*cells));
	for (char *cell = line; cell != NULL;)
	{
		char	   *tab = strchr(cell, '\t');

		if (count == BUILD_COLUMNS_MAX)
			build_fail(builder, "too many columns", line);
		cells[count++] = cell;
		if (tab != NULL)
			*tab++ = '\0';
		cell = tab;
	}
	return count;
}

/* Is the column one of forms rather than an attribute? */
static bool
column_is_form(const char *column)
{
	static const char *const FORMS[] = {"canonical", "variants", "feminine", "plural", "acronyms",
	"formal"};

	for (size_t i = 0; i < sizeof(FORMS) / sizeof(FORMS[0]); i++)
	{
		if (strcmp(column, FORMS[i]) == 0)
			return true;
	}
	return false;
}

/* An identifier in capitals for the generated header. */
static const char *
upper_name(const char *name)
{
	static char out[96];
	size_t		i;

	for (i = 0; name[i] != '\0' && i < sizeof(out) - 1; i++)
		out[i] = (char) (name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i]);
	out[i] = '\0';
	return out;
}

/* Read the line of column names, and name the attributes in the generated header. */
static void
read_columns(Builder *builder, File *file, char *line)
{
	char		column[96];

	file->column_count = split(builder, cq_arena_copy(&builder->arena, line, strlen(line)),
							   file->columns);
	if (strcmp(file->columns[0], "canonical") != 0)
		build_fail(builder, "the first column must be canonical, not", file->columns[0]);
	for (uint32_t i = 0; i < file->column_count; i++)
	{
		file->gendered |= strcmp(file->columns[i], "feminine") == 0;
		snprintf(column, sizeof(column), "%s", upper_name(file->columns[i]));
		fprintf(builder->names, "#define CQ_%s_%s %u\n", upper_name(file->name), column, i);
	}
}

/* Add what the form's column says of gender and number. */
static void
add_agreement(Builder *builder, const Row *row, ClassSet *set)
{
	if (!row->file->gendered)
		return;
	if (row->form == CQ_FORM_FEMININE)
		class_set_add(set, build_class(builder, "f"));
	if (row->form == CQ_FORM_CANONICAL)
		class_set_add(set, build_class(builder, "m"));
	if (row->form == CQ_FORM_PLURAL)
		class_set_add(set, build_class(builder, "pl"));
	else
		class_set_add(set, build_class(builder, "sg"));
}

/* What the letters of this form must be. */
static CqNeed
need_of(const Row *row, const char *phrase)
{
	if (row->form == CQ_FORM_ACRONYM)
		return strlen(phrase) < ACRONYM_EXACT_LETTERS ? CQ_NEED_EXACT : CQ_NEED_CAPITALS;
	return row->file->proper ? CQ_NEED_CAPITALS : CQ_NEED_NOTHING;
}

/* Put one written form of the row into the trie; `extra` are classes that it alone has. */
static void
add_form(Builder *builder, const Row *row, const char *phrase, const ClassSet *extra)
{
	uint32_t	capitals = 0;
	uint32_t	node = trie_add(builder, phrase, &capitals);
	Sense	   *sense = cq_list_add(&builder->arena, &builder->senses);

	if (row->form == CQ_FORM_ACRONYM && need_of(row, phrase) == CQ_NEED_CAPITALS)
		capitals |= 1;
	sense->sense.entry = row->entry;
	sense->sense.form = (uint8_t) row->form;
	sense->sense.need = (uint8_t) need_of(row, phrase);
	sense->sense.class = (uint16_t) row->file->class;
	sense->capitals = capitals;
	sense->overlay = row->file->overlay;
	sense->classes = row->classes;
	add_agreement(builder, row, &sense->classes);
	if (row->form == CQ_FORM_FORMAL)
		class_set_add(&sense->classes, build_class(builder, "formal"));
	if (row->form == CQ_FORM_ACRONYM)
		class_set_add(&sense->classes, build_class(builder, "acronym"));
	if (extra != NULL)
		class_set_join(&sense->classes, extra);
	if (sense->sense.need == CQ_NEED_CAPITALS && capitals == 0)
		sense->sense.need = CQ_NEED_NOTHING;
	for (uint32_t i = 0; i < builder->nodes.at[node].senses.len; i++)
	{
		const Sense *other = &builder->senses.at[builder->nodes.at[node].senses.at[i]];

		if (other->sense.entry == row->entry && other->sense.need <= sense->sense.need)
		{
			class_set_join(&builder->senses.at[builder->nodes.at[node].senses.at[i]].classes,
						   &sense->classes);
			builder->senses.len--;
			return;
		}
	}
	*cq_list_add(&builder->arena, &builder->nodes.at[node].senses) = builder->senses.len - 1;
	builder->nodes.at[node].skips_adverb |= row->file->inflect_verb;
}

/* Words after which nothing of a phrase is put in the plural. */
static bool
ends_agreement(const char *word)
{
	static const char *const WORDS[] = {"de", "du", "des", "d", "à", "au", "aux", "en", "pour", "sur",
	"par", "près", "contre", "et", "sans", "dans", "sous", "entre"};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
	{
		if (strcmp(word, WORDS[i]) == 0)
			return true;
	}
	return strncmp(word, "d'", 2) == 0 || strncmp(word, "l'", 2) == 0;
}

/* Add the plural of a phrase: each word up to the first preposition, where it has one. */
static void
add_plural(Builder *builder, Row *row, const char *phrase)
{
	char		plural[PHRASE_BYTES_MAX * 2] = "";
	char		copy[PHRASE_BYTES_MAX];
	char	   *rest;
	bool		agrees = true;

	snprintf(copy, sizeof(copy), "%s", phrase);
	for (char *word = strtok_r(copy, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
	{
		uint32_t   *form = map_get(&builder->plurals, word);

		agrees &= !ends_agreement(word);
		if (plural[0] != '\0')
			strcat(plural, " ");
		if (agrees && form != NULL)
			strcat(plural, builder->pool.at + *form);
		else
			strcat(plural, word);
	}
	if (strcmp(plural, phrase) != 0)
	{
		CqForm		form = row->form;
		ClassSet	number = {0};

		class_set_add(&number, build_class(builder, "pl"));
		row->form = form == CQ_FORM_CANONICAL && row->file->gendered ? CQ_FORM_PLURAL : form;
		add_form(builder, row, plural, &number);
		row->form = form;
	}
}

/* A verb phrase being conjugated. */
typedef struct Conjugation
{
	const Row  *row;
	const char *rest;			/* what follows the infinitive, blank included */
} Conjugation;

/* Add the phrase with one form of its verb. */
static void
add_conjugated(Builder *builder, const char *form, const char *tags, void *self)
{
	const Conjugation *conjugation = self;
	char		phrase[PHRASE_BYTES_MAX];
	ClassSet	classes = {0};

	if (tags[0] != 'V')
		return;
	snprintf(phrase, sizeof(phrase), "%s%s", form, conjugation->rest);
	common_classes(builder, tags, &classes);
	add_form(builder, conjugation->row, phrase, &classes);
}

/* The phrase without its "se " or "s'". */
static const char *
skip_reflexive(const char *phrase)
{
	if (strncmp(phrase, "se ", 3) == 0)
		return phrase + 3;
	if (strncmp(phrase, "s'", 2) == 0)
		return phrase + 2;
	return phrase;
}

/* Note that a form is the infinitive. */
static void
note_infinitive(Builder *builder, const char *form, const char *tags, void *self)
{
	(void) builder;
	(void) form;
	*(bool *) self |= tags[0] == 'V' && tags[1] == 'i';
}

/* Is the word the infinitive of a verb of common.words? */
static bool
is_infinitive(Builder *builder, const char *word)
{
	bool		found = false;

	common_each_form(builder, word, note_infinitive, &found);
	return found;
}

/* Add all forms of a phrase whose first word is an infinitive. A pronoun before it is left out. */
static void
add_verb(Builder *builder, const Row *row, const char *phrase)
{
	Conjugation conjugation = {row, ""};
	char		verb[PHRASE_BYTES_MAX];
	size_t		len;

	phrase = skip_reflexive(phrase);
	len = strcspn(phrase, " ");
	snprintf(verb, sizeof(verb), "%.*s", (int) len, phrase);
	conjugation.rest = phrase + len;
	common_each_form(builder, verb, add_conjugated, &conjugation);
}

/* Does the phrase begin with an infinitive, after "se " or "s'"? */
static bool
begins_with_infinitive(Builder *builder, const char *phrase)
{
	char		verb[PHRASE_BYTES_MAX];
	size_t		len;

	phrase = skip_reflexive(phrase);
	len = strcspn(phrase, " ");
	snprintf(verb, sizeof(verb), "%.*s", (int) len, phrase);
	return is_infinitive(builder, verb);
}

/* Add all forms that one cell lists. */
static void
add_cell(Builder *builder, Row *row, const char *cell)
{
	char	   *copy = strdup(cell);
	char	   *rest;

	for (char *phrase = strtok_r(copy, "|", &rest); phrase != NULL;
		 phrase = strtok_r(NULL, "|", &rest))
	{
		if (row->file->inflect_verb && begins_with_infinitive(builder, phrase))
			add_verb(builder, row, phrase);
		else
			add_form(builder, row, phrase, NULL);
		if (row->file->inflect_number && row->form != CQ_FORM_ACRONYM)
			add_plural(builder, row, phrase);
	}
	free(copy);
}

/* Add the class that each of a cell's values is; values are separated by blanks. */
static void
add_value_classes(Builder *builder, Row *row, const char *cell)
{
	char	   *copy = strdup(cell);
	char		class[160];
	char	   *rest;

	for (char *value = strtok_r(copy, " ", &rest); value != NULL; value = strtok_r(NULL, " ", &rest))
	{
		snprintf(class, sizeof(class), "%s:%.80s", row->file->name, value);
		class_set_add(&row->classes, build_class(builder, class));
	}
	free(copy);
}

/* Make the entry of a row and the classes that its values give it. */
static void
add_entry(Builder *builder, Row *row)
{
	File	   *file = row->file;
	CqEntry    *entry = cq_list_add(&builder->arena, &builder->entries);

	row->entry = builder->entries.len - 1;
	entry->canonical = build_string(builder, row->cells[0]);
	entry->attributes = builder->attributes.len;
	entry->class = file->class;
	class_set_add(&row->classes, file->class);
	for (uint32_t i = 0; i < file->column_count; i++)
	{
		const char *cell = row->cells[i] != NULL ? row->cells[i] : "";
		char		wanted[80];

		*cq_list_add(&builder->arena, &builder->attributes) = build_string(builder, cell);
		snprintf(wanted, sizeof(wanted), " %s ", file->columns[i]);
		if (cell[0] != '\0' && strstr(file->classed, wanted) != NULL)
			add_value_classes(builder, row, cell);
	}
}

/* Take in one line of entries. */
static void
read_row(Builder *builder, File *file, char *line)
{
	Row			row = {.file = file};

	if (split(builder, line, row.cells) > file->column_count)
		build_fail(builder, "more cells than columns", line);
	add_entry(builder, &row);
	for (uint32_t i = 0; i < file->column_count; i++)
	{
		const char *column = file->columns[i];

		if (row.cells[i] == NULL || row.cells[i][0] == '\0' || !column_is_form(column))
			continue;
		row.form = strcmp(column, "canonical") == 0 ? CQ_FORM_CANONICAL :
			strcmp(column, "feminine") == 0 ? CQ_FORM_FEMININE :
			strcmp(column, "plural") == 0 ? CQ_FORM_PLURAL :
			strcmp(column, "acronyms") == 0 ? CQ_FORM_ACRONYM :
			strcmp(column, "formal") == 0 ? CQ_FORM_FORMAL : CQ_FORM_VARIANT;
		add_cell(builder, &row, row.cells[i]);
	}
}

void
tsv_read(Builder *builder, const char *path)
{
	FILE	   *in = fopen(path, "r");
	static char line[BUILD_LINE_MAX];
	File		file = {0};

	builder->file = path;
	builder->line = 0;
	if (in == NULL)
		build_fail(builder, "cannot open", path);
	file_name(&file, path);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		builder->line++;
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "#!", 2) == 0)
			read_directive(builder, &file, line);
		else if (line[0] == '#' || line[0] == '\0')
			continue;
		else if (file.column_count == 0)
		{
			file.class = build_class(builder, file.name);
			read_columns(builder, &file, line);
		}
		else
			read_row(builder, &file, line);
	}
	fclose(in);
}

/* Give every form of a lemma the class of the rule word. */
static void
add_lemma_form(Builder *builder, const char *form, const char *tags, void *self)
{
	uint32_t	capitals = 0;
	uint32_t	node = trie_add(builder, form, &capitals);

	(void) tags;
	class_set_add(&builder->nodes.at[node].classes, *(uint32_t *) self);
}

/*
 * Read the words that rules quote, one per line: "=word" for a word as it stands, "{lemma}" for all
 * its forms. Each is a class of that name.
 */
void
rule_words_read(Builder *builder, const char *path)
{
	FILE	   *in = fopen(path, "r");
	static char line[BUILD_LINE_MAX];

	builder->file = path;
	builder->line = 0;
	if (in == NULL)
		build_fail(builder, "cannot open", path);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		uint32_t	class;
		uint32_t	capitals = 0;

		builder->line++;
		line[strcspn(line, "\n")] = '\0';
		class = build_class(builder, cq_arena_copy(&builder->arena, line, strlen(line)));
		if (line[0] == '{' && line[1] != '\0')
		{
			line[strlen(line) - 1] = '\0';
			if (map_get(&builder->lemma_index, line + 1) == NULL)
				build_fail(builder, "a rule asks for a lemma not in common.words", line + 1);
			common_each_form(builder, line + 1, add_lemma_form, &class);
		}
		else
		{
			uint32_t	node = trie_add(builder, line + 1, &capitals);

			class_set_add(&builder->nodes.at[node].classes, class);
		}
	}
	fclose(in);
}
