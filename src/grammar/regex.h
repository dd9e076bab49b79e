/*
 * regex.h: regular expressions over symbols, by PCRE2.
 */
#ifndef CQ_REGEX_H
#define CQ_REGEX_H

#include "../base/host.h"
#include "../base/status.h"

#include <stdint.h>

/* What all expressions of an engine share: memory, limits, the machine code's stack. */
typedef struct CqRegexes CqRegexes;

/* One compiled expression. */
typedef struct CqRegex CqRegex;

/* Make the shared part; NULL when there is no memory. `host` must outlive it. */
CqRegexes  *cq_regexes_create(const CqHost *host);
void		cq_regexes_destroy(CqRegexes *regexes);

/*
 * Compile an expression of 16-bit units. On a fault yields NULL, sets `*fault` to PCRE2's words
 * (written into `message`, of `size` bytes) and `*offset` to the unit where it was found; a lack of
 * memory leaves `message` empty.
 */
CqRegex    *cq_regex_compile(CqRegexes *regexes, const uint16_t *pattern, uint32_t len,
							 char *message, uint32_t size, uint32_t *offset);
void		cq_regex_destroy(CqRegex *regex);

/* Turn the expression into machine code, where the platform can; it matches the same without. */
void		cq_regex_speed_up(CqRegex *regex);

/* How a search ended. */
typedef enum CqRegexResult
{
	CQ_REGEX_FOUND,
	CQ_REGEX_NOT_FOUND,
	CQ_REGEX_TOO_HARD,			/* a limit was reached: nothing is known from `from` on */
	CQ_REGEX_NO_MEMORY
} CqRegexResult;

/*
 * Find the first match at or after `from`. `groups` receives start and end of the match and of
 * each group, UINT32_MAX for a group that took no part; `count` is the room, in pairs.
 */
CqRegexResult cq_regex_find(CqRegex *regex, const uint16_t *subject, uint32_t len, uint32_t from,
							uint32_t *groups, uint32_t count);

#endif
