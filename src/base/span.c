/* span.c: the hash of a string. */
#include "span.h"

/* Odd constants with well-mixed bits (fractional parts of square roots of 2 and 3). */
#define HASH_SEED UINT64_C(0x6a09e667f3bcc909)
#define HASH_STEP UINT64_C(0xbb67ae8584caa73b)

/* Multiply to 128 bits and fold the halves, so that every input bit reaches every output bit. */
static inline uint64_t
hash_mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128) a * b;

	return (uint64_t) product ^ (uint64_t) (product >> 64);
}

uint64_t
cq_hash_bytes(const char *bytes, uint32_t len)
{
	uint64_t	hash = HASH_SEED ^ len;
	uint64_t	word;

	for (; len >= 8; bytes += 8, len -= 8)
	{
		memcpy(&word, bytes, 8);
		hash = hash_mix(hash ^ word, HASH_STEP);
	}
	word = 0;
	memcpy(&word, bytes, len);
	return hash_mix(hash ^ word, HASH_STEP);
}
