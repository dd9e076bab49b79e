/*
 * trace.c: shows how a text is read, step by step: units with their classes, candidates, chunks.
 *
 * usage: trace [-c] [-u] [-k] FILE		(-c candidates, -u units, -k chunks; all by default)
 */
#include "../../src/analyse.c"

#include <stdio.h>
#include <stdlib.h>

static void *
allocate(void *self, size_t size)
{
	(void) self;
	return malloc(size);
}

static void
release(void *self, void *block)
{
	(void) self;
	free(block);
}

/* Print the bytes of tokens, line ends as blanks. */
static void
print_tokens(const CqAnalysis *analysis, CqSpan tokens)
{
	CqString	surface = cq_text_surface(&analysis->text, tokens.start, tokens.end - 1);

	for (uint32_t i = 0; i < surface.len; i++)
		putchar(surface.bytes[i] == '\n' ? ' ' : surface.bytes[i]);
}

/* Print the classes of a bundle. */
static void
print_classes(const CqAnalysis *analysis, const CqUnit *unit)
{
	const CqTables *tables = analysis->lexicon->tables;

	for (uint32_t class = 0; class < tables->class_count; class++)
	{
		if (cq_unit_is(analysis->lexicon, unit, class))
			printf(" %s", tables->strings + tables->class_names[class]);
	}
}

/* Print the units of a round. */
static void
print_units(const CqAnalysis *analysis, CqRound round)
{
	static const char *const SHAPES[] = {
#define CQ_SHAPE(symbol, name) name,
#include "../../src/text/shapes.def"
#undef CQ_SHAPE
	};

	for (uint32_t i = 0; i < analysis->units[round].len; i++)
	{
		const CqUnit *unit = &analysis->units[round].at[i];

		printf("unit %d %u [", round, i);
		print_tokens(analysis, (CqSpan) {unit->first, unit->end});
		printf("] %s:", SHAPES[unit->shape]);
		print_classes(analysis, unit);
		putchar('\n');
	}
}

/* Print what the rules of a round found. */
static void
print_candidates(const CqAnalysis *analysis, CqRound round)
{
	const CqCandidates *found = &analysis->found[round];
	const CqUnits *units = &analysis->units[round];

	for (uint32_t i = 0; i < found->all.len; i++)
	{
		const CqCandidate *candidate = &found->all.at[i];

		printf("candidate %d %s [", round, cq_rule_name(analysis->grammar, candidate->rule));
		print_tokens(analysis, (CqSpan) {units->at[candidate->span.start].first,
		units->at[candidate->span.end - 1].end});
		putchar(']');
		for (uint32_t j = 0; j < candidate->slot_count; j++)
		{
			const CqSlot *slot = &found->slots.at[candidate->slots + j];

			printf(" %s=[", analysis->grammar->tables->slots[slot->slot]);
			print_tokens(analysis, (CqSpan) {units->at[slot->span.start].first, units->at[slot->span.end - 1].end});
			putchar(']');
		}
		putchar('\n');
	}
}

/* Print the chunks that stand. */
static void
print_chunks(const CqAnalysis *analysis)
{
	static const char *const KINDS[] = {
#define CQ_CHUNK(symbol, name) name,
#include "../../src/base/kinds.def"
	};

	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		printf("chunk %u %s parent=%d referent=%d plural=%d [", i, KINDS[chunk->kind], (int) chunk->parent,
			   (int) chunk->referent, chunk->plural);
		print_tokens(analysis, chunk->tokens);
		printf("]\n");
	}
}

int
main(int argc, char **argv)
{
	CqHost		host = {NULL, allocate, release, NULL};
	CqContext	context = {CQ_NO_DATE, CQ_NONE};
	CqEngine   *engine;
	CqArena		arena;
	CqAnalysis	analysis = {0};
	CqReport	report = {0};
	static char body[1 << 20];
	FILE	   *in = fopen(argv[argc - 1], "rb");
	size_t		len = in != NULL ? fread(body, 1, sizeof(body), in) : 0;
	char	   *what = argc > 2 ? argv[1] : "-cuk";

	cq_engine_create(&host, &engine);
	cq_arena_init(&arena, &host, 0);
	if (setjmp(arena.escape) != 0)
		return 1;
	analysis.arena = &arena;
	analysis.lexicon = &engine->lexicon;
	analysis.grammar = &engine->grammar;
	analysis.context = &context;
	analysis.report = &report;
	run_rooms(engine, &analysis, (CqString) {body, (uint32_t) len});
	for (int round = 0; round < CQ_ROUND_COUNT; round++)
	{
		if (strchr(what, 'u') != NULL)
			print_units(&analysis, (CqRound) round);
		if (strchr(what, 'c') != NULL)
			print_candidates(&analysis, (CqRound) round);
	}
	if (strchr(what, 'k') != NULL)
		print_chunks(&analysis);
	return 0;
}
