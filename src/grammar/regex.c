/* regex.c: the one file that knows PCRE2. */
#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include "regex.h"

/*
 * Steps a search may take before it is given up: a rule over a sentence of 200 units needs a few
 * thousand; this is for texts made to be slow.
 */
#define REGEX_MATCH_LIMIT 200000

/* Depth of backtracking, and heap in KiB, when the expression is interpreted. */
#define REGEX_DEPTH_LIMIT 20000
#define REGEX_HEAP_LIMIT 16384

/* Stack of the machine code, in bytes: at first, and at most. */
#define REGEX_STACK_FIRST (32 * 1024)
#define REGEX_STACK_MOST (1024 * 1024)

struct CqRegexes
{
	const CqHost *host;
	pcre2_general_context *general;
	pcre2_compile_context *compile;
	pcre2_match_context *match;
	pcre2_match_data *data;
	pcre2_jit_stack *stack;
};

struct CqRegex
{
	CqRegexes  *shared;
	pcre2_code *code;
	int			fast;
};

/* Memory for PCRE2, from the host; NULL is an error that PCRE2 reports. */
static void *
regex_allocate(PCRE2_SIZE size, void *host)
{
	return ((const CqHost *) host)->allocate(((const CqHost *) host)->self, size);
}

static void
regex_release(void *block, void *host)
{
	if (block != NULL)
		((const CqHost *) host)->release(((const CqHost *) host)->self, block);
}

CqRegexes *
cq_regexes_create(const CqHost *host)
{
	CqRegexes  *regexes = host->allocate(host->self, sizeof(CqRegexes));

	if (regexes == NULL)
		return NULL;
	*regexes = (CqRegexes) {.host = host};
	regexes->general = pcre2_general_context_create(regex_allocate, regex_release, (void *) host);
	if (regexes->general != NULL)
	{
		regexes->compile = pcre2_compile_context_create(regexes->general);
		regexes->match = pcre2_match_context_create(regexes->general);
		regexes->data = pcre2_match_data_create(64, regexes->general);
	}
	if (regexes->compile == NULL || regexes->match == NULL || regexes->data == NULL)
	{
		cq_regexes_destroy(regexes);
		return NULL;
	}
	pcre2_set_match_limit(regexes->match, REGEX_MATCH_LIMIT);
	pcre2_set_depth_limit(regexes->match, REGEX_DEPTH_LIMIT);
	pcre2_set_heap_limit(regexes->match, REGEX_HEAP_LIMIT);
	return regexes;
}

void
cq_regexes_destroy(CqRegexes *regexes)
{
	pcre2_jit_stack_free(regexes->stack);
	pcre2_match_data_free(regexes->data);
	pcre2_match_context_free(regexes->match);
	pcre2_compile_context_free(regexes->compile);
	pcre2_general_context_free(regexes->general);
	regexes->host->release(regexes->host->self, regexes);
}

/* Write PCRE2's words for an error as plain bytes. */
static void
error_message(int error, char *message, uint32_t size)
{
	PCRE2_UCHAR buffer[256];
	int			len = pcre2_get_error_message(error, buffer, 256);
	uint32_t	i;

	for (i = 0; len > 0 && i < (uint32_t) len && i + 1 < size; i++)
		message[i] = (char) buffer[i];
	message[i] = '\0';
}

CqRegex *
cq_regex_compile(CqRegexes *regexes, const uint16_t *pattern, uint32_t len, char *message,
				 uint32_t size, uint32_t *offset)
{
	PCRE2_SIZE	where = 0;
	int			error = 0;
	CqRegex    *regex;
	pcre2_code *code = pcre2_compile(pattern, len, PCRE2_DOTALL | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP,
									 &error, &where, regexes->compile);

	message[0] = '\0';
	*offset = (uint32_t) where;
	if (code == NULL)
	{
		if (error != PCRE2_ERROR_HEAP_FAILED)
			error_message(error, message, size);
		return NULL;
	}
	regex = regexes->host->allocate(regexes->host->self, sizeof(CqRegex));
	if (regex == NULL)
	{
		pcre2_code_free(code);
		return NULL;
	}
	*regex = (CqRegex) {regexes, code, 0};
	return regex;
}

void
cq_regex_destroy(CqRegex *regex)
{
	pcre2_code_free(regex->code);
	regex->shared->host->release(regex->shared->host->self, regex);
}

void
cq_regex_speed_up(CqRegex *regex)
{
	CqRegexes  *shared = regex->shared;

	if (shared->stack == NULL)
	{
		shared->stack = pcre2_jit_stack_create(REGEX_STACK_FIRST, REGEX_STACK_MOST, shared->general);
		if (shared->stack != NULL)
			pcre2_jit_stack_assign(shared->match, NULL, shared->stack);
	}
	regex->fast = pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE) == 0;
}

CqRegexResult
cq_regex_find(CqRegex *regex, const uint16_t *subject, uint32_t len, uint32_t from,
			  uint32_t *groups, uint32_t count)
{
	CqRegexes  *shared = regex->shared;
	const PCRE2_SIZE *found;
	int			result = regex->fast ?
		pcre2_jit_match(regex->code, subject, len, from, PCRE2_NOTEMPTY, shared->data, shared->match) :
		pcre2_match(regex->code, subject, len, from, PCRE2_NOTEMPTY, shared->data, shared->match);

	if (result == PCRE2_ERROR_NOMATCH)
		return CQ_REGEX_NOT_FOUND;
	if (result == PCRE2_ERROR_NOMEMORY)
		return CQ_REGEX_NO_MEMORY;
	if (result < 0)
		return CQ_REGEX_TOO_HARD;
	found = pcre2_get_ovector_pointer(shared->data);
	for (uint32_t i = 0; i < count; i++)
	{
		bool		took_part = i < (uint32_t) result && found[2 * i] != PCRE2_UNSET;

		groups[2 * i] = took_part ? (uint32_t) found[2 * i] : UINT32_MAX;
		groups[2 * i + 1] = took_part ? (uint32_t) found[2 * i + 1] : UINT32_MAX;
	}
	return CQ_REGEX_FOUND;
}
