/*
 * span.h: stretches of bytes, and borrowed strings.
 */
#ifndef CQ_SPAN_H
#define CQ_SPAN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A half-open range: [start, end). Of what (bytes, tokens, units) the holder says. */
typedef struct CqSpan
{
	uint32_t	start;
	uint32_t	end;
} CqSpan;

/* A borrowed string: not ended by NUL, owned by the text, the lexicon or the arena. NULL is "none". */
typedef struct CqString
{
	const char *bytes;
	uint32_t	len;
} CqString;

#define CQ_NONE ((CqString) {NULL, 0})

/* Borrow a C string. */
static inline CqString
cq_string(const char *bytes)
{
	return (CqString) {bytes, bytes != NULL ? (uint32_t) strlen(bytes) : 0};
}

/* Compare byte by byte. */
static inline bool
cq_string_equal(CqString a, CqString b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.bytes, b.bytes, a.len) == 0);
}

/* Compare with a C string. */
static inline bool
cq_string_is(CqString a, const char *b)
{
	return a.bytes != NULL && strlen(b) == a.len && memcmp(a.bytes, b, a.len) == 0;
}

/* Does `outer` hold all of `inner`? */
static inline bool
cq_span_covers(CqSpan outer, CqSpan inner)
{
	return outer.start <= inner.start && inner.end <= outer.end;
}

/* Do the spans share a position? */
static inline bool
cq_span_overlaps(CqSpan a, CqSpan b)
{
	return a.start < b.end && b.start < a.end;
}

/* Hash bytes: multiply and fold, eight at a time; the lexicon's tables are built with it. */
uint64_t	cq_hash_bytes(const char *bytes, uint32_t len);

#endif
