/* list.c: growing arrays in an arena. */
#include "list.h"

/* Room of a list at its first element. */
#define LIST_FIRST_ROOM 16

void
cq_list_resize(CqArena *arena, void **at, uint32_t *cap, uint32_t want, size_t size)
{
	void	   *old = *at;

	if (want <= *cap)
		return;
	*at = cq_arena_alloc(arena, (size_t) want * size);
	if (*cap > 0)
		memcpy(*at, old, (size_t) *cap * size);
	*cap = want;
}

void
cq_list_grow(CqArena *arena, void **at, uint32_t *cap, size_t size)
{
	cq_list_resize(arena, at, cap, *cap > 0 ? *cap * 2 : LIST_FIRST_ROOM, size);
}
