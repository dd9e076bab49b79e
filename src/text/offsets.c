/*
 * offsets.c: from bytes to characters.
 *
 * Tokens know bytes; users count characters. A count every few hundred bytes makes any place of the
 * text a short walk from the last one.
 */
#include "text.h"

/* Bytes between two counts: a cache line or two to walk at most, an eighth of a percent of memory. */
#define OFFSETS_STEP 256

void
cq_text_count(CqText *text)
{
	uint32_t	steps = text->body.len / OFFSETS_STEP + 1;
	uint32_t	characters = 0;

	text->counts = cq_arena_alloc(text->arena, steps * sizeof(uint32_t));
	for (uint32_t i = 0; i < steps; i++)
	{
		uint32_t	start = i * OFFSETS_STEP;
		uint32_t	left = text->body.len - start;

		text->counts[i] = characters;
		characters += cq_utf8_count(text->body.bytes + start, left < OFFSETS_STEP ? left : OFFSETS_STEP);
	}
}

uint32_t
cq_text_characters(const CqText *text, uint32_t byte)
{
	uint32_t	step = byte / OFFSETS_STEP;
	uint32_t	start = step * OFFSETS_STEP;

	return text->counts[step] + cq_utf8_count(text->body.bytes + start, byte - start);
}
