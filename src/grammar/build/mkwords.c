/*
 * mkwords.c: lists the words and lemmas that rules quote, for mklexicon to make classes of.
 *
 * usage: mkwords FILE.rules ...
 */
#include <stdio.h>
#include <stdlib.h>

#include "files.h"

/* Order strings by their bytes. */
static int
compare(const void *a, const void *b)
{
	const CqString *left = a;
	const CqString *right = b;
	uint32_t	len = left->len < right->len ? left->len : right->len;
	int			order = memcmp(left->bytes, right->bytes, len);

	return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

int
main(int argc, char **argv)
{
	CqArena		arena;
	CqHost		host;
	CQ_LIST(CqString) all = {0};

	tool_arena(&arena, &host);
	for (int i = 1; i < argc; i++)
	{
		CqFamilyText family = {0};

		tool_family(&arena, &family, argv[i]);
		for (uint32_t j = 0; j < family.words.len; j++)
			*cq_list_add(&arena, &all) = family.words.at[j];
	}
	if (all.len > 0)
		qsort(all.at, all.len, sizeof(all.at[0]), compare);
	for (uint32_t i = 0; i < all.len; i++)
	{
		if (i == 0 || compare(&all.at[i - 1], &all.at[i]) != 0)
			printf("%.*s\n", (int) all.at[i].len, all.at[i].bytes);
	}
	return 0;
}
