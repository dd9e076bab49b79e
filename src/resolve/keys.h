/*
 * keys.h: strings numbered as they come, each once.
 *
 * Bodies and places are found again by the slug of their name; the number of a key is the index of
 * what it names.
 */
#ifndef CQ_KEYS_H
#define CQ_KEYS_H

#include "../base/list.h"
#include "../base/span.h"

typedef struct CqKeys
{
	CQ_LIST(CqString) all;
	uint32_t   *slots;			/* number plus one, or 0; open addressing */
	uint32_t	mask;			/* of `slots`, which are at most half full */
} CqKeys;

/* The number of a key; UINT32_MAX if it has none. */
uint32_t	cq_key_find(const CqKeys *keys, CqString key);

/* The number of a key, which must outlive the list; the next free one if it is new. */
uint32_t	cq_key_put(CqArena *arena, CqKeys *keys, CqString key);

#endif
