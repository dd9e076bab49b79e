/* counter.c: from tokens to characters. */
#include "counter.h"

uint32_t
cq_count_to_token(const CqAnalysis *analysis, CqCounter *counter, uint32_t token)
{
	uint32_t	byte = analysis->text.tokens.at[token].start;

	if (byte < counter->byte)
		counter->byte = counter->characters = 0;
	counter->characters += cq_utf8_count(analysis->text.body.bytes + counter->byte, byte - counter->byte);
	counter->byte = byte;
	return counter->characters;
}

CqPlaceInText
cq_place_in_text(const CqAnalysis *analysis, CqCounter *counter, CqSpan tokens)
{
	CqPlaceInText place;

	place.start = cq_count_to_token(analysis, counter, tokens.start) + 1;
	place.surface = cq_text_surface(&analysis->text, tokens.start, tokens.end - 1);
	place.length = cq_utf8_count(place.surface.bytes, place.surface.len);
	return place;
}
