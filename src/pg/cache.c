/*
 * cache.c: one analysis per text per statement.
 *
 * `SELECT officials(body), themes(body)` on one row asks twice for the same text, a query over
 * several functions joined laterally asks many times. A reading is therefore kept, with a copy of
 * its text, until the transaction ends or others need the room.
 *
 * A question finds its reading if everything the answer depends on is the same: the text (length,
 * then bytes; a hash would read the whole text to save a comparison that mostly ends at the first
 * byte), the date, the country, and the version of the user's words, which is 0 for the face that
 * ignores them.
 *
 * Readings stand in one array, latest use first. Nothing here raises an error between the moment
 * a block is allocated and the moment it is in the array, or freed: the core reports failure as a
 * status.
 */
#include "cache.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/memutils.h"

/* A join of some laterals, with and without date and country, asks in as many ways for one row. */
#define CACHE_READINGS_MAX 8

/*
 * Beyond this the oldest readings go; the latest stays whatever its size. An analysis takes some
 * 64 bytes per byte of text, so this is four texts of 16 kB.
 */
#define CACHE_BYTES_MAX ((Size) 4 * 1024 * 1024)

/* A reading, its question, and behind it in the same block the copies of its text. */
typedef struct Kept
{
	CommuniqueReading reading;
	CqDay		published;
	char		country[2];		/* zeros for none */
	uint64		version;
	Size		bytes;
} Kept;

struct CommuniqueCache
{
	Kept	   *kept[CACHE_READINGS_MAX];
	int			count;
	Size		bytes;			/* of all readings */
};

CommuniqueCache *
communique_cache_create(MemoryContext memory)
{
	return MemoryContextAllocZero(memory, sizeof(CommuniqueCache));
}

/* The version of the words that count: 0 is the compiled-in lexicon. */
static uint64
version_of(CommuniqueFace face)
{
	/* There are no user words yet; when there are, COMMUNIQUE_USER yields their version. */
	(void) face;
	return 0;
}

/* Is this the answer to the question? */
static bool
kept_answers(const Kept *kept, const CommuniqueQuestion *question)
{
	return kept->reading.body.original.len == question->body.len &&
		kept->published == question->context.published &&
		memcmp(kept->country, question->country, sizeof(kept->country)) == 0 &&
		kept->version == version_of(question->face) &&
		memcmp(kept->reading.body.original.bytes, question->body.bytes, question->body.len) == 0;
}

/* Forget the reading whose use is the longest ago. */
static void
cache_drop_last(CommuniqueCache *cache)
{
	Kept	   *kept = cache->kept[--cache->count];

	cache->bytes -= kept->bytes;
	cq_report_free(kept->reading.report);
	pfree(kept);
}

/* Put a reading first; `room` is the place that it leaves, or the first free one. */
static void
cache_put_first(CommuniqueCache *cache, Kept *kept, int room)
{
	memmove(&cache->kept[1], &cache->kept[0], sizeof(Kept *) * room);
	cache->kept[0] = kept;
}

/* Find a reading made before. */
static Kept *
cache_find(CommuniqueCache *cache, const CommuniqueQuestion *question)
{
	for (int i = 0; i < cache->count; i++)
	{
		Kept	   *kept = cache->kept[i];

		if (!kept_answers(kept, question))
			continue;
		cache_put_first(cache, kept, i);
		return kept;
	}
	return NULL;
}

/* Copy bytes to `*room`, and move it past them. */
static CqString
copy_bytes(char **room, CqString string)
{
	CqString	copy = {*room, string.len};

	memcpy(*room, string.bytes, string.len);
	*room += string.len;
	return copy;
}

/* Allocate a reading with copies of its text; there is no report in it yet. */
static Kept *
kept_create(MemoryContext memory, const CommuniqueBody *body)
{
	bool		converted = body->utf8.bytes != body->original.bytes;
	Size		origins = body->origins == NULL ? 0 :
		sizeof(CommuniqueOrigin) * ((Size) body->character_count + 1);
	Size		size = sizeof(Kept) + origins + body->original.len + body->utf8.len;
	Kept	   *kept = MemoryContextAllocExtended(memory, size, MCXT_ALLOC_HUGE);
	char	   *room = (char *) (kept + 1);

	memset(kept, 0, sizeof(Kept));
	kept->bytes = size;
	kept->reading.body = *body;
	if (body->origins != NULL)
		kept->reading.body.origins = memcpy(room, body->origins, origins);
	room += origins;
	kept->reading.body.original = copy_bytes(&room, body->original);
	kept->reading.body.utf8 = converted ? copy_bytes(&room, body->utf8) : kept->reading.body.original;
	return kept;
}

/* Have the core read the text into `kept`, and note how much memory that took. */
static CqStatus
kept_analyse(CommuniqueSession *session, Kept *kept, const CqContext *context)
{
	Size		before = MemoryContextMemAllocated(session->memory, false);
	CqStatus	status = cq_analyse(session->engine, kept->reading.body.utf8, context,
									&kept->reading.report);

	session->analyses++;
	kept->bytes += MemoryContextMemAllocated(session->memory, false) - before;
	return status;
}

/* Make a new reading; NULL if a cancel stopped it that PostgreSQL then chose to ignore. */
static Kept *
kept_read(CommuniqueSession *session, const CommuniqueQuestion *question)
{
	CommuniqueBody body = communique_decode(question->body);
	Kept	   *kept = kept_create(session->memory, &body);
	CqStatus	status;

	kept->published = question->context.published;
	memcpy(kept->country, question->country, sizeof(kept->country));
	kept->version = version_of(question->face);
	status = kept_analyse(session, kept, &question->context);
	if (status == CQ_OK)
		return kept;
	pfree(kept);
	CHECK_FOR_INTERRUPTS();
	if (status != CQ_CANCELLED)
		communique_raise(status, question->context.country);
	return NULL;
}

const CommuniqueReading *
communique_read(const CommuniqueQuestion *question)
{
	CommuniqueSession *session = communique_session();
	CommuniqueCache *cache = session->cache;
	Kept	   *kept = cache_find(cache, question);

	if (kept != NULL)
		return &kept->reading;
	while (kept == NULL)
		kept = kept_read(session, question);
	if (cache->count == CACHE_READINGS_MAX)
		cache_drop_last(cache);
	cache_put_first(cache, kept, cache->count++);
	cache->bytes += kept->bytes;
	while (cache->bytes > CACHE_BYTES_MAX && cache->count > 1)
		cache_drop_last(cache);
	return &kept->reading;
}

/* Forget all readings: texts do not linger in a backend beyond the transaction that read them. */
static void
cache_at_end(XactEvent event, void *unused)
{
	CommuniqueCache *cache = communique_session()->cache;

	(void) unused;
	if (event == XACT_EVENT_PRE_COMMIT || event == XACT_EVENT_PARALLEL_PRE_COMMIT ||
		event == XACT_EVENT_PRE_PREPARE)
		return;
	while (cache->count > 0)
		cache_drop_last(cache);
}

void
communique_cache_watch(void)
{
	RegisterXactCallback(cache_at_end, NULL);
}
