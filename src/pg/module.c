/*
 * module.c: the module's life in a backend.
 */
#include "glue.h"

#include "cache.h"
#include "utils/memutils.h"

PG_MODULE_MAGIC;

/* The one global: made at the first call, kept until the backend ends. */
static CommuniqueSession *session = NULL;

/* Make the session's parts; the caller frees `memory` if an error comes. */
static CommuniqueSession *
session_create(MemoryContext memory)
{
	CommuniqueSession *made = MemoryContextAllocZero(memory, sizeof(CommuniqueSession));
	CqStatus	status;

	made->memory = memory;
	made->cache = communique_cache_create(memory);
	communique_host_init(&made->host, memory);
	status = cq_engine_create(&made->host, &made->engine);
	if (status != CQ_OK)
		communique_raise(status, CQ_NONE);
	return made;
}

CommuniqueSession *
communique_session(void)
{
	MemoryContext memory;

	if (session != NULL)
		return session;
	/* Under the caller's memory until it is whole, so that an error frees it. */
	memory = AllocSetContextCreate(CurrentMemoryContext, "communique", ALLOCSET_DEFAULT_SIZES);
	session = session_create(memory);
	MemoryContextSetParent(memory, TopMemoryContext);
	communique_cache_watch();
	return session;
}

PG_FUNCTION_INFO_V1(communique_analyses);

/* Count the analyses made in this session: for the tests of the cache, not part of the extension. */
Datum
communique_analyses(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64((int64) communique_session()->analyses);
}
