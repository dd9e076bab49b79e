/*
 * glue.h: the front door of the pg room.
 *
 * A SQL function goes through four beats, one file each:
 *
 *		call.c		arguments	-> a question: body, published, country, face
 *		cache.c		a question	-> a reading, made by the core once per text and statement
 *		rows.c		a reading	-> rows		(what a family's columns are, its own file says)
 *		json.c		a reading	-> jsonb	(by the same columns)
 *
 * host.c is what the core asks of PostgreSQL, encoding.c all there is to know of encodings.
 */
#ifndef COMMUNIQUE_GLUE_H
#define COMMUNIQUE_GLUE_H

#include "postgres.h"

#include "fmgr.h"
#include "nodes/execnodes.h"

#include "../communique.h"

/* ---- module.c: what one backend keeps */

typedef struct CommuniqueCache CommuniqueCache;

typedef struct CommuniqueSession
{
	MemoryContext memory;		/* "communique", under TopMemoryContext: all that follows */
	CqHost		host;
	CqEngine   *engine;
	CommuniqueCache *cache;
	uint64		analyses;		/* made so far, for the tests of the cache */
} CommuniqueSession;

/* The session, made at the first call. */
CommuniqueSession *communique_session(void);

/* ---- host.c: what the core asks for, and how it fails */

void		communique_host_init(CqHost *host, MemoryContext memory);

/* Raise the error of `status`; `subject` is the argument that its message quotes. */
void		communique_raise(CqStatus status, CqString subject) pg_attribute_noreturn();

/* ---- encoding.c: bodies in, strings out */

/* Where a character of the UTF-8 text comes from. */
typedef struct CommuniqueOrigin
{
	uint32		byte;			/* offset in the original */
	uint32		character;		/* characters before it */
} CommuniqueOrigin;

typedef struct CommuniqueBody
{
	CqString	original;		/* in the server's encoding */
	CqString	utf8;			/* the same bytes if that is UTF8 */
	CommuniqueOrigin *origins;	/* by character of `utf8`, and one for its end; NULL: the same
								 * number, and a byte each if the encodings differ */
	uint32		character_count;	/* of `origins`, without the one for the end */
} CommuniqueBody;

/* A stretch of the original. */
typedef struct CommuniqueSlice
{
	uint32		start;			/* character, from 1 */
	uint32		length;			/* characters */
	CqString	bytes;
} CommuniqueSlice;

/* Read `original` in UTF-8; what is new is palloc'd. Raises an error in SQL_ASCII. */
CommuniqueBody communique_decode(CqString original);

/* Write a string in the server's encoding; what that lacks is written plainly ("œ" as "oe"). */
CqString	communique_encode(CqString utf8);

/* The place in the original of a stretch of the UTF-8 text, whose bytes there are `surface`. */
CommuniqueSlice communique_slice(const CommuniqueBody *body, uint32 start, uint32 length,
								 CqString surface);

/* ---- cache.c: one analysis per text per statement */

/* Do the user's words count (STABLE), or the compiled-in lexicon alone (IMMUTABLE)? */
typedef enum CommuniqueFace
{
	COMMUNIQUE_USER,
	COMMUNIQUE_BUILTIN
} CommuniqueFace;

typedef struct CommuniqueQuestion
{
	CqString	body;			/* in the server's encoding */
	CqContext	context;
	char		country[2];		/* where `context.country` points to, if it is given */
	CommuniqueFace face;
} CommuniqueQuestion;

typedef struct CommuniqueReading
{
	CommuniqueBody body;
	CqReport   *report;
} CommuniqueReading;

/* Analyse, or find the analysis made before. Good until the next call, or the transaction's end. */
const CommuniqueReading *communique_read(const CommuniqueQuestion *question);

/* ---- call.c */

/* The reading that a function's arguments ask for; NULL if the body is NULL. */
const CommuniqueReading *communique_call(FunctionCallInfo fcinfo, CommuniqueFace face);

#endif
