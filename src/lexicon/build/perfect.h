/*
 * perfect.h: a perfect hash by displacement (Belazzougui, Botelho, Dietzfelbinger: "Hash, displace,
 * and compress", ESA 2009): keys fall into small buckets, and each bucket tries seeds until all its
 * keys land on free places.
 */
#ifndef CQ_PERFECT_H
#define CQ_PERFECT_H

#include <stdint.h>

typedef struct Perfect
{
	uint32_t   *seeds;			/* one for each bucket */
	uint32_t	buckets;
	uint32_t	size;			/* places: a few more than keys */
} Perfect;

/* Find seeds for `count` different hashes. Ends the program if two of them are alike. */
void		perfect_build(Perfect *perfect, const uint64_t *hashes, uint32_t count);

#endif
