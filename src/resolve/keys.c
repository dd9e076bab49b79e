/* keys.c: strings numbered as they come, each once. */
#include "keys.h"

/* Slots of the first table, a power of two. */
#define KEY_SLOTS_FIRST 64

/* The slot where a key is, or where it would go. */
static uint32_t
key_slot(const CqKeys *keys, CqString key)
{
	uint32_t	slot = (uint32_t) cq_hash_bytes(key.bytes, key.len) & keys->mask;

	while (keys->slots[slot] != 0 && !cq_string_equal(keys->all.at[keys->slots[slot] - 1], key))
		slot = (slot + 1) & keys->mask;
	return slot;
}

uint32_t
cq_key_find(const CqKeys *keys, CqString key)
{
	uint32_t	number = keys->slots != NULL ? keys->slots[key_slot(keys, key)] : 0;

	return number > 0 ? number - 1 : UINT32_MAX;
}

/* Double the slots. */
static void
keys_grow(CqArena *arena, CqKeys *keys)
{
	uint32_t	slots = keys->slots != NULL ? (keys->mask + 1) * 2 : KEY_SLOTS_FIRST;

	keys->slots = cq_arena_zero(arena, slots * sizeof(uint32_t));
	keys->mask = slots - 1;
	for (uint32_t i = 0; i < keys->all.len; i++)
		keys->slots[key_slot(keys, keys->all.at[i])] = i + 1;
}

uint32_t
cq_key_put(CqArena *arena, CqKeys *keys, CqString key)
{
	uint32_t	slot;

	if (keys->slots == NULL || (keys->all.len + 1) * 2 > keys->mask)
		keys_grow(arena, keys);
	slot = key_slot(keys, key);
	if (keys->slots[slot] == 0)
	{
		*cq_list_add(arena, &keys->all) = key;
		keys->slots[slot] = keys->all.len;
	}
	return keys->slots[slot] - 1;
}
