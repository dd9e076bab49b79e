/*
 * cache.h: the cache as the session sees it; functions use communique_read.
 */
#ifndef COMMUNIQUE_CACHE_H
#define COMMUNIQUE_CACHE_H

#include "glue.h"

/* Make an empty cache in `memory`. */
CommuniqueCache *communique_cache_create(MemoryContext memory);

/* Have the cache emptied at the end of every transaction; once per session. */
void		communique_cache_watch(void);

#endif
