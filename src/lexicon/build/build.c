/* build.c: strings, classes and maps of the builder. */
#include "build.h"

#include <ctype.h>

void
build_fail(const Builder *builder, const char *what, const char *value)
{
	fprintf(stderr, "%s:%u: %s: \"%s\"\n", builder->file, builder->line, what, value);
	exit(1);
}

/* The slot of a key: where it is, or where it would go. */
static uint32_t
map_slot(const Map *map, const char *key)
{
	uint32_t	slot = (uint32_t) cq_hash_bytes(key, (uint32_t) strlen(key)) & (map->size - 1);

	while (map->keys[slot] != NULL && strcmp(map->keys[slot], key) != 0)
		slot = (slot + 1) & (map->size - 1);
	return slot;
}

/* Give the map `size` slots. */
static void
map_resize(Map *map, uint32_t size)
{
	Map			old = *map;

	map->size = size;
	map->keys = calloc(size, sizeof(*map->keys));
	map->values = calloc(size, sizeof(*map->values));
	for (uint32_t i = 0; i < old.size; i++)
	{
		if (old.keys[i] != NULL)
		{
			uint32_t	slot = map_slot(map, old.keys[i]);

			map->keys[slot] = old.keys[i];
			map->values[slot] = old.values[i];
		}
	}
	free(old.keys);
	free(old.values);
}

uint32_t *
map_put(Map *map, const char *key, uint32_t fresh)
{
	uint32_t	slot;

	if (map->len * 2 >= map->size)
		map_resize(map, map->size > 0 ? map->size * 2 : 1024);
	slot = map_slot(map, key);
	if (map->keys[slot] == NULL)
	{
		map->keys[slot] = strdup(key);
		map->values[slot] = fresh;
		map->len++;
	}
	return &map->values[slot];
}

uint32_t *
map_get(const Map *map, const char *key)
{
	uint32_t	slot;

	if (map->size == 0)
		return NULL;
	slot = map_slot(map, key);
	return map->keys[slot] != NULL ? &map->values[slot] : NULL;
}

uint32_t
build_string(Builder *builder, const char *string)
{
	uint32_t   *offset = map_put(&builder->strings, string, builder->pool.len);

	if (*offset == builder->pool.len)
	{
		do
			*cq_list_add(&builder->arena, &builder->pool) = *string;
		while (*string++ != '\0');
	}
	return *offset;
}

/* Is every character of the class name fit for an identifier, once ":", "." and "-" are "_"? */
static bool
name_is_identifier(const char *name)
{
	for (; *name != '\0'; name++)
	{
		if (!isalnum((unsigned char) *name) && strchr("_:.-", *name) == NULL)
			return false;
	}
	return true;
}

uint32_t
build_class(Builder *builder, const char *name)
{
	uint32_t   *class = map_put(&builder->classes, name, builder->class_names.len);

	if (*class < builder->class_names.len)
		return *class;
	if (*class >= CLASSES_MAX)
		build_fail(builder, "too many classes", name);
	*cq_list_add(&builder->arena, &builder->class_names) = strdup(name);
	if (name_is_identifier(name) && isalpha((unsigned char) name[0]))
	{
		fprintf(builder->names, "#define CQ_CLASS_");
		for (const char *c = name; *c != '\0'; c++)
			fputc(isalnum((unsigned char) *c) ? toupper((unsigned char) *c) : '_', builder->names);
		fprintf(builder->names, " %u\n", *class);
	}
	return *class;
}

void
class_set_add(ClassSet *set, uint32_t class)
{
	set->bits[class >> 6] |= UINT64_C(1) << (class & 63);
}

void
class_set_join(ClassSet *set, const ClassSet *other)
{
	for (size_t i = 0; i < sizeof(set->bits) / sizeof(set->bits[0]); i++)
		set->bits[i] |= other->bits[i];
}

/* Does the word keep its accent when texts are folded (see keep_accent in text/tokens.c)? */
static bool
keeps_accent(const char *word)
{
	static const char *const KEPT[] = {"à", "où", "dès", "là"};

	for (size_t i = 0; i < sizeof(KEPT) / sizeof(KEPT[0]); i++)
	{
		if (strcmp(word, KEPT[i]) == 0)
			return true;
	}
	return false;
}

char *
build_fold(Builder *builder, const char *string)
{
	const char *end = string + strlen(string);
	char	   *out = cq_arena_alloc(&builder->arena, (size_t) (end - string) * CQ_FOLD_MAX + 1);
	uint32_t	len = 0;

	if (keeps_accent(string))
		return strcpy(out, string);
	while (string < end)
	{
		int32_t		code;
		const CqCharacter *character;

		string += cq_utf8_decode(string, end, &code);
		character = cq_character(&builder->characters, code);
		memcpy(out + len, character->fold, character->fold_len);
		len += character->fold_len;
	}
	out[len] = '\0';
	return out;
}
