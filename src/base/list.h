/*
 * list.h: growing arrays in an arena.
 *
 *		CQ_LIST(CqToken) tokens = {0};
 *		CqToken *token = cq_list_add(arena, &tokens);	-- zeroed, at the end
 *		for (uint32_t i = 0; i < tokens.len; i++) use(&tokens.at[i]);
 *
 * A pointer to an element is good until the next cq_list_add on the same list.
 */
#ifndef CQ_LIST_H
#define CQ_LIST_H

#include "arena.h"

#define CQ_LIST(type) struct { type *at; uint32_t len; uint32_t cap; }

/* Add a zeroed element and return its address. */
#define cq_list_add(arena, list) \
	((list)->len < (list)->cap ? (void) 0 : \
	 cq_list_grow((arena), (void **) (void *) &(list)->at, &(list)->cap, sizeof(*(list)->at)), \
	 memset(&(list)->at[(list)->len], 0, sizeof(*(list)->at)), \
	 &(list)->at[(list)->len++])

/* Make room for `want` elements in all. */
#define cq_list_reserve(arena, list, want) \
	cq_list_resize((arena), (void **) (void *) &(list)->at, &(list)->cap, (want), sizeof(*(list)->at))

/* Double the room of an array; the macros above are the way to call it. */
void		cq_list_grow(CqArena *arena, void **at, uint32_t *cap, size_t size);

/* Give an array room for `want` elements if it has less. */
void		cq_list_resize(CqArena *arena, void **at, uint32_t *cap, uint32_t want, size_t size);

#endif
