/* files.c: reading rule files, for the tools that run at build time. */
#include "files.h"

#include <stdio.h>
#include <stdlib.h>

/* The folder of the file being read, for `use`. */
static char folder[1024];
static CqArena *open_arena;

static void *
tool_allocate(void *self, size_t size)
{
	void	   *block = malloc(size);

	(void) self;
	if (block == NULL)
	{
		fputs("out of memory\n", stderr);
		exit(1);
	}
	return block;
}

static void
tool_release(void *self, void *block)
{
	(void) self;
	free(block);
}

void
tool_arena(CqArena *arena, CqHost *host)
{
	*host = (CqHost) {NULL, tool_allocate, tool_release, NULL};
	cq_arena_init(arena, host, 1 << 20);
}

CqString
tool_read(CqArena *arena, const char *path)
{
	FILE	   *in = fopen(path, "rb");
	long		size;
	char	   *bytes;

	if (in == NULL || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0)
	{
		perror(path);
		exit(1);
	}
	rewind(in);
	bytes = cq_arena_alloc(arena, (size_t) size + 1);
	if (fread(bytes, 1, (size_t) size, in) != (size_t) size)
	{
		perror(path);
		exit(1);
	}
	fclose(in);
	return (CqString) {bytes, (uint32_t) size};
}

/* Open the file that `use` names. */
static CqString
open_used(void *self, CqString name)
{
	char		path[1400];

	(void) self;
	snprintf(path, sizeof(path), "%s%.*s.rules", folder, (int) name.len, name.bytes);
	return tool_read(open_arena, path);
}

void
tool_family(CqArena *arena, CqFamilyText *family, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path;

	snprintf(folder, sizeof(folder), "%.*s", (int) (base - path), path);
	open_arena = arena;
	family->arena = arena;
	family->open = open_used;
	family->name = (CqString) {base, (uint32_t) strcspn(base, ".")};
	if (!cq_notation_read(family, tool_read(arena, path)))
	{
		fprintf(stderr, "%s:%u:%u: %s, at \"%.*s\"\n", path, family->line, family->column, family->fault,
				(int) (family->near.len < 60 ? family->near.len : 60), family->near.bytes);
		exit(1);
	}
}
