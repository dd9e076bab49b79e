/* perfect.c: finds the seeds of a perfect hash. */
#include "perfect.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../tables.h"

/* Keys per bucket, and places per hundred keys: found to end quickly for half a million keys. */
#define PERFECT_BUCKET_KEYS 4
#define PERFECT_ROOM_PERCENT 102

/* A bucket that has tried this many seeds holds two equal hashes. */
#define PERFECT_SEEDS_MAX 50000000u

/* The keys sorted by bucket, fullest buckets first. */
typedef struct Bucket
{
	uint32_t	number;
	uint32_t	first;
	uint32_t	count;
} Bucket;

/* Fullest first. */
static int
compare_buckets(const void *a, const void *b)
{
	const Bucket *left = a;
	const Bucket *right = b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return left->number < right->number ? -1 : left->number > right->number;
}

/* Try one seed: take the places of all keys, or none. */
static bool
seed_fits(const uint64_t *keys, uint32_t count, uint32_t seed, uint32_t size, uint8_t *taken)
{
	uint32_t	i;

	for (i = 0; i < count; i++)
	{
		uint32_t	place = cq_forms_place(keys[i], seed, size);

		if (taken[place])
			break;
		taken[place] = 1;
	}
	if (i == count)
		return true;
	while (i-- > 0)
		taken[cq_forms_place(keys[i], seed, size)] = 0;
	return false;
}

/* Sort the keys into buckets. */
static Bucket *
make_buckets(const Perfect *perfect, const uint64_t *hashes, uint32_t count, uint64_t *sorted)
{
	Bucket	   *buckets = calloc(perfect->buckets, sizeof(Bucket));
	uint32_t	first = 0;

	for (uint32_t i = 0; i < count; i++)
		buckets[cq_forms_bucket(hashes[i], perfect->buckets)].count++;
	for (uint32_t i = 0; i < perfect->buckets; i++)
	{
		buckets[i].number = i;
		buckets[i].first = first;
		first += buckets[i].count;
		buckets[i].count = 0;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		Bucket	   *bucket = &buckets[cq_forms_bucket(hashes[i], perfect->buckets)];

		sorted[bucket->first + bucket->count++] = hashes[i];
	}
	qsort(buckets, perfect->buckets, sizeof(Bucket), compare_buckets);
	return buckets;
}

void
perfect_build(Perfect *perfect, const uint64_t *hashes, uint32_t count)
{
	uint64_t   *sorted = calloc(count + 1, sizeof(uint64_t));
	uint8_t    *taken;
	Bucket	   *buckets;

	perfect->buckets = count / PERFECT_BUCKET_KEYS + 1;
	perfect->size = (uint32_t) ((uint64_t) count * PERFECT_ROOM_PERCENT / 100) + 1;
	perfect->seeds = calloc(perfect->buckets, sizeof(uint32_t));
	taken = calloc(perfect->size, 1);
	buckets = make_buckets(perfect, hashes, count, sorted);
	for (uint32_t i = 0; i < perfect->buckets; i++)
	{
		uint32_t	seed = 0;

		while (!seed_fits(sorted + buckets[i].first, buckets[i].count, seed, perfect->size, taken))
		{
			if (++seed == PERFECT_SEEDS_MAX)
			{
				fprintf(stderr, "mklexicon: two everyday forms have the same hash\n");
				exit(1);
			}
		}
		perfect->seeds[buckets[i].number] = seed;
	}
	free(buckets);
	free(taken);
	free(sorted);
}
