/*
 * belonging.c: the institution and country of an office whose own words do not tell them.
 *
 *		"la présidente de la Commission"		the body named before that is called so
 *		"son porte-parole adjoint"				that of whoever was spoken of before
 *		"Au ministère de l'Eau, X est nommée directrice des barrages"	the body the sentence opens with
 *		"accompagné du secrétaire d'État", "porteur d'un message du président"	the same country
 *		"X, ministre guinéen, secrétaire d'État"	that of the person's other office
 *
 * What is left is the office of the country that the text speaks from.
 */
#include "offices.h"

/* Tokens looked back over for a word that ties the office to another person. */
#define TIE_TOKENS_MAX 9

/* Bodies compared with the noun that stands for one. */
#define BODIES_WINDOW 200

uint32_t
cq_sentence_start(const CqAnalysis *analysis, uint32_t token)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, token);

	while (at > 0 && units->at[at - 1].shape != CQ_SHAPE_STOP && units->at[at - 1].shape != CQ_SHAPE_BREAK)
		at--;
	return at < units->len ? units->at[at].first : token;
}

/* The noun that an office's complement consists of, as in "de la Commission"; UINT32_MAX if more. */
static uint32_t
lone_noun(const CqAnalysis *analysis, const CqOffice *office)
{
	uint32_t	noun = UINT32_MAX;

	for (uint32_t i = office->complement.start; i < office->complement.end; i++)
	{
		const CqToken *token = &analysis->text.tokens.at[i];

		if (cq_token_is(analysis, i, "de") || cq_token_is(analysis, i, "du") || cq_token_is(analysis, i, "la") ||
			cq_token_is(analysis, i, "a") || cq_token_is(analysis, i, "\xC3\xA0") || token->marks & CQ_TOKEN_ELIDED)
			continue;
		if (noun != UINT32_MAX || !cq_shape_is_capital(token->shape))
			return UINT32_MAX;
		noun = i;
	}
	return noun;
}

/* The body whose name begins with this word, named last before the office, else first after it. */
static uint32_t
body_called(const CqAnalysis *analysis, CqString word, uint32_t chunk)
{
	uint32_t	best = CQ_NOBODY;
	uint32_t	stop = analysis->bodies.len > BODIES_WINDOW ? BODIES_WINDOW : analysis->bodies.len;

	for (uint32_t i = 0; i < stop; i++)
	{
		const CqBody *body = &analysis->bodies.at[i];

		if (body->key.len <= word.len || memcmp(body->key.bytes, word.bytes, word.len) != 0 ||
			body->key.bytes[word.len] != '-')
			continue;
		if (best == CQ_NOBODY || body->first < chunk)
			best = i;
	}
	return best;
}

/* The body that a sentence opens with, as in "Au sein du ministère de l'Eau, ..."; CQ_NOBODY if none. */
static uint32_t
opening_body(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	start = cq_sentence_start(analysis, token);

	if (!cq_token_is(analysis, start, "au") && !cq_token_is(analysis, start, "\xC3\xA0") &&
		!cq_token_is(analysis, start, "pour") && !cq_token_is(analysis, start, "-"))
		return CQ_NOBODY;
	for (uint32_t i = cq_chunk_from(analysis, start); i < analysis->chunks.len; i++)
	{
		const CqChunk *chunk = &analysis->chunks.at[i];

		if (chunk->tokens.start >= token || chunk->tokens.start > start + TIE_TOKENS_MAX)
			break;
		if (chunk->kind == CQ_CHUNK_INSTITUTION && chunk->parent == CQ_NOBODY)
			return chunk->referent;
	}
	return CQ_NOBODY;
}

/* The last office before a token that somebody holds; CQ_NOBODY if none. */
static uint32_t
previous_held(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = analysis->held.len;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (analysis->offices.at[analysis->held.at[middle]].at < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? analysis->held.at[low - 1] : CQ_NOBODY;
}

/* Put the offices that somebody holds in the order of the text. */
static void
order_held(CqAnalysis *analysis)
{
	for (uint32_t i = 0; i < analysis->offices.len; i++)
	{
		uint32_t	at = analysis->held.len;

		if (analysis->offices.at[i].holder == CQ_NOBODY)
			continue;
		(void) cq_list_add(analysis->arena, &analysis->held);
		/* Copies for counterparts stand at the end of the list: only they move far. */
		for (; at > 0 && analysis->offices.at[analysis->held.at[at - 1]].at > analysis->offices.at[i].at; at--)
			analysis->held.at[at] = analysis->held.at[at - 1];
		analysis->held.at[at] = i;
	}
}

/* Is the office spoken of as that of a person's own people: "son porte-parole"? */
static bool
is_possessed(const CqAnalysis *analysis, uint32_t token)
{
	return token > 0 && (cq_token_is(analysis, token - 1, "son") || cq_token_is(analysis, token - 1, "sa"));
}

/* Do the words before tie the office to the person before: "accompagné de", "porteur d'un message de"? */
static bool
is_tied(const CqAnalysis *analysis, uint32_t token)
{
	uint32_t	start = cq_sentence_start(analysis, token);
	CqSpan		before = {token > start + TIE_TOKENS_MAX ? token - TIE_TOKENS_MAX : start, token};

	for (uint32_t i = before.start; i < before.end; i++)
	{
		const CqSense *sense;

		if (cq_token_is(analysis, i, "porteur") || cq_token_is(analysis, i, "porteuse"))
			return true;
		sense = cq_span_sense(analysis, (CqSpan) {i, i + 1}, CQ_CLASS_ACCOMPANIMENT);
		if (sense != NULL && token - i <= 4 &&
			cq_string_is(cq_sense_attribute(analysis->lexicon, sense, CQ_ACCOMPANIMENT_KIND), "with"))
			return true;
	}
	return false;
}

/* Find the body of an office that is one's by its head but names none. */
static void
find_body(CqAnalysis *analysis, CqOffice *office)
{
	uint32_t	noun = lone_noun(analysis, office);
	uint32_t	token = analysis->chunks.at[office->chunk].tokens.start;

	if (noun != UINT32_MAX)
		office->body = body_called(analysis, cq_token_fold(&analysis->text, &analysis->text.tokens.at[noun]),
								   office->chunk);
	else if (office->complement.end == office->complement.start && is_possessed(analysis, token))
	{
		uint32_t	held = previous_held(analysis, office->at);

		if (held != CQ_NOBODY)
			office->body = analysis->offices.at[held].body;
	}
	if (office->body == CQ_NOBODY && cq_office_wants_body(analysis, office))
		office->body = opening_body(analysis, token);
}

/* The country of another office of the holder, told by that office's own words; none if none tells. */
static CqString
holder_country(const CqAnalysis *analysis, uint32_t number)
{
	const CqOffice *office = &analysis->offices.at[number];
	uint32_t	from = number > 4 ? number - 4 : 0;

	for (uint32_t i = from; i < analysis->offices.len && i < number + 4; i++)
	{
		const CqOffice *other = &analysis->offices.at[i];

		if (i != number && other->holder == office->holder && other->country_told && other->country.len > 0)
			return other->country;
	}
	return CQ_NONE;
}

/* The country of an office whose words do not tell it. */
static CqString
borrowed_country(const CqAnalysis *analysis, uint32_t number)
{
	const CqOffice *office = &analysis->offices.at[number];
	uint32_t	token = analysis->chunks.at[office->chunk].tokens.start;
	CqString	country = office->holder != CQ_NOBODY ? holder_country(analysis, number) : CQ_NONE;
	uint32_t	held = previous_held(analysis, office->at);

	if (country.len > 0)
		return country;
	if (held != CQ_NOBODY && (is_possessed(analysis, token) || is_tied(analysis, token)))
		return analysis->offices.at[held].country;
	return analysis->country;
}

void
cq_resolve_belonging(CqAnalysis *analysis)
{
	order_held(analysis);
	for (uint32_t i = 0; i < analysis->offices.len; i++)
	{
		CqOffice   *office = &analysis->offices.at[i];

		if (office->body == CQ_NOBODY && office->institution.len == 0)
		{
			find_body(analysis, office);
			if (office->body != CQ_NOBODY)
				cq_office_place(analysis, office);
		}
		if (!office->country_told)
			office->country = borrowed_country(analysis, i);
	}
}
