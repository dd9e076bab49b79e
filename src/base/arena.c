/* arena.c: chunks from the host, handed out by moving a pointer. */
#include "arena.h"

/* Every allocation is rounded up to this, so that any C type may stand at its start. */
#define ARENA_ALIGN 16

/* The smallest chunk asked of the host: one analysis of a short communiqué fits in it. */
#define ARENA_FIRST_CHUNK ((size_t) 64 * 1024)

/* Chunks stop doubling here: a larger one would mostly stay empty. */
#define ARENA_LARGEST_CHUNK ((size_t) 8 * 1024 * 1024)

struct CqChunk
{
	CqChunk    *older;
};

void
cq_arena_init(CqArena *arena, const CqHost *host, size_t first)
{
	memset(arena, 0, offsetof(CqArena, escape));
	arena->host = host;
	arena->chunk_size = first > ARENA_FIRST_CHUNK ? first : ARENA_FIRST_CHUNK;
}

void
cq_arena_clear(CqArena *arena)
{
	while (arena->chunks != NULL)
	{
		CqChunk    *older = arena->chunks->older;

		arena->host->release(arena->host->self, arena->chunks);
		arena->chunks = older;
	}
	arena->next = arena->end = NULL;
}

/* Add a chunk that can hold `size` bytes. */
static void
arena_grow(CqArena *arena, size_t size)
{
	size_t		want = size > arena->chunk_size ? size : arena->chunk_size;
	CqChunk    *chunk = arena->host->allocate(arena->host->self, sizeof(CqChunk) + ARENA_ALIGN + want);

	if (chunk == NULL)
		cq_arena_fail(arena, CQ_OUT_OF_MEMORY);
	chunk->older = arena->chunks;
	arena->chunks = chunk;
	/* The host may align to less than we promise: PostgreSQL does to eight. */
	arena->next = (char *) (((uintptr_t) (chunk + 1) + ARENA_ALIGN - 1) & ~(uintptr_t) (ARENA_ALIGN - 1));
	arena->end = arena->next + want;
	if (arena->chunk_size < ARENA_LARGEST_CHUNK)
		arena->chunk_size *= 2;
}

void *
cq_arena_alloc(CqArena *arena, size_t size)
{
	void	   *block;

	size = (size + ARENA_ALIGN - 1) & ~(size_t) (ARENA_ALIGN - 1);
	if ((size_t) (arena->end - arena->next) < size)
		arena_grow(arena, size);
	block = arena->next;
	arena->next += size;
	return block;
}

void *
cq_arena_zero(CqArena *arena, size_t size)
{
	return memset(cq_arena_alloc(arena, size), 0, size);
}

char *
cq_arena_copy(CqArena *arena, const char *bytes, size_t len)
{
	char	   *copy = cq_arena_alloc(arena, len + 1);

	memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

void
cq_arena_fail(CqArena *arena, CqStatus status)
{
	arena->status = status;
	longjmp(arena->escape, 1);
}

void
cq_arena_poll(CqArena *arena)
{
	if (arena->host->interrupted != NULL && arena->host->interrupted(arena->host->self))
		cq_arena_fail(arena, CQ_CANCELLED);
}
