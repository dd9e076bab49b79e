/*
 * arena.h: memory that lives as long as one analysis and is freed in one go.
 *
 * Allocation never returns NULL: when the host has no memory left, or when the work must stop for
 * another reason, cq_arena_fail jumps back to the frame that set `escape`. That frame and all
 * frames between are the core's own; no foreign frame (PCRE2, PostgreSQL) is ever jumped over.
 */
#ifndef CQ_ARENA_H
#define CQ_ARENA_H

#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include "host.h"
#include "status.h"

typedef struct CqChunk CqChunk;

typedef struct CqArena
{
	const CqHost *host;
	CqChunk    *chunks;			/* newest first */
	char	   *next;			/* first free byte of the newest chunk */
	char	   *end;			/* one past its last byte */
	size_t		chunk_size;		/* size of the next chunk, doubled at each */
	CqStatus	status;			/* why cq_arena_fail was called */
	jmp_buf		escape;			/* set by the frame that owns the arena */
} CqArena;

/* Make an empty arena; the first chunk, of at least `first` bytes, comes with the first call. */
void		cq_arena_init(CqArena *arena, const CqHost *host, size_t first);

/* Free everything the arena ever gave. */
void		cq_arena_clear(CqArena *arena);

/* Get `size` uninitialised bytes, aligned for any type. */
void	   *cq_arena_alloc(CqArena *arena, size_t size);

/* Get `size` bytes of zero. */
void	   *cq_arena_zero(CqArena *arena, size_t size);

/* Copy `len` bytes and end them with a NUL. */
char	   *cq_arena_copy(CqArena *arena, const char *bytes, size_t len);

/* Stop the work: record `status` and jump to `escape`. */
void		cq_arena_fail(CqArena *arena, CqStatus status) __attribute__((noreturn));

/* Stop the work with CQ_CANCELLED if the host was interrupted. */
void		cq_arena_poll(CqArena *arena);

#endif
