/*
 * host.c: what the core asks of PostgreSQL, and what becomes of its failures.
 */
#include "glue.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

/* The most bytes of an argument that an error message quotes. */
#define QUOTED_BYTES_MAX 64

/* Hand out memory that lasts, or NULL: an error must not jump over the core's frames. */
static void *
host_allocate(void *self, size_t size)
{
	return MemoryContextAllocExtended(self, size, MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
}

/* Take memory back. */
static void
host_release(void *self, void *block)
{
	(void) self;
	pfree(block);
}

/* Would CHECK_FOR_INTERRUPTS raise an error now? Other interrupts can wait for the core's end. */
static bool
host_interrupted(void *self)
{
	(void) self;
	return InterruptPending && InterruptHoldoffCount == 0 && CritSectionCount == 0 &&
		(ProcDiePending || (QueryCancelPending && QueryCancelHoldoffCount == 0));
}

void
communique_host_init(CqHost *host, MemoryContext memory)
{
	host->self = memory;
	host->allocate = host_allocate;
	host->release = host_release;
	host->interrupted = host_interrupted;
}

/* How each failure of the core reads in SQL; "%s" is the argument at fault. */
static const struct
{
	CqStatus	status;
	int			sqlstate;
	const char *message;
	const char *hint;
}			FAILURES[] = {
	{CQ_OUT_OF_MEMORY, ERRCODE_OUT_OF_MEMORY,
		"out of memory while analysing a text",
	"An analysis takes some 64 bytes of memory per byte of text."},
	{CQ_CANCELLED, ERRCODE_QUERY_CANCELED,
		"analysis of a text was cancelled",
	"Run the statement again."},
	{CQ_TEXT_TOO_LONG, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
		"text is too long to be analysed",
	"A communiqué of up to 512 MB can be analysed; split longer texts."},
	{CQ_BAD_COUNTRY, ERRCODE_INVALID_PARAMETER_VALUE,
		"unknown country code: \"%s\"",
		"Give an ISO 3166-1 alpha-2 code such as 'MA' or 'FR', "
	"or NULL to have the country read from the text."},
	{CQ_BAD_RULE, ERRCODE_SYNTAX_ERROR,
		"rule cannot be read: \"%s\"",
	"Rules are written in the notation of src/grammar/fr/*.rules."},
	{CQ_BAD_CLASS, ERRCODE_INVALID_PARAMETER_VALUE,
		"unknown class of words: \"%s\"",
	"The classes are those of communique.builtin_lexicon."},
	{CQ_INTERNAL, ERRCODE_INTERNAL_ERROR,
		"communique broke a promise of its own",
	"Please report it, with the text if you can."},
};

/* The beginning of an argument, as a C string in the server's encoding. */
static char *
quotable(CqString subject)
{
	if (subject.bytes == NULL)
		return "";
	return pnstrdup(subject.bytes, pg_mbcliplen(subject.bytes, subject.len, QUOTED_BYTES_MAX));
}

void
communique_raise(CqStatus status, CqString subject)
{
	int			i = 0;

	while (i < lengthof(FAILURES) - 1 && FAILURES[i].status != status)
		i++;
	ereport(ERROR,
			(errcode(FAILURES[i].sqlstate),
			 errmsg(FAILURES[i].message, quotable(subject)),
			 errhint("%s", FAILURES[i].hint)));
}
