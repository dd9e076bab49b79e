/*
 * units.c: from tokens to units, by longest match.
 *
 * "le Conseil de sécurité de l'ONU s'est réuni" becomes
 *		le | Conseil de sécurité | de | l' | ONU | s' | est | réuni
 *
 * 1. Each token is looked up once: as a word of the lexicon, else as an everyday form.
 * 2. From a word, the trie of phrases is followed as far as it goes; the longest phrase whose
 *    letters are written as its entries need them wins. A verb phrase lets adverbs stand between
 *    its first and second word ("a mis notamment l'accent sur").
 * 3. Words glued by hyphens are one unit unless a phrase ends inside ("Paris-Match" is not Paris);
 *    a pronoun glued to its verb ("a-t-il") stays apart.
 * 4. The full stops that end sentences are found, and with them the capitals that prove nothing.
 */
#include "lexicon.h"

/* A phrase is never longer than this, in tokens. */
#define UNIT_TOKENS_MAX 32

/* Shorter acronyms are spelled out, and always in capitals. */
#define SPOKEN_ACRONYM_LETTERS_MIN 4

/* Adverbs that may stand inside a verb phrase. */
#define UNIT_ADVERBS_MAX 2

typedef struct Cutter
{
	const CqLexicon *lexicon;
	const CqTables *tables;
	CqText	   *text;
	CqUnits    *units;
	uint32_t   *words;			/* of each token: its word, or UINT32_MAX */
} Cutter;

/* How far the letters of a token meet a need. */
static CqNeed
token_level(const Cutter *cutter, uint32_t at)
{
	const CqToken *token = &cutter->text->tokens.at[at];

	if (token->shape == CQ_SHAPE_LOW || token->shape >= CQ_SHAPE_N_MONTH)
		return CQ_NEED_NOTHING;
	if (token->shape == CQ_SHAPE_CAP || token->shape == CQ_SHAPE_FIRST)
		return CQ_NEED_CAPITALS;
	if (token->marks & CQ_TOKEN_CAPSLINE && cutter->text->commons[at] != 0)
		return CQ_NEED_CAPITALS;
	return CQ_NEED_EXACT;
}

/* How far the tokens [first, end) meet the needs of a phrase. */
static CqNeed
stretch_level(const Cutter *cutter, const CqNode *node, uint32_t first, uint32_t end)
{
	CqNeed		level = CQ_NEED_EXACT;

	for (uint32_t i = first; i < end; i++)
	{
		CqNeed		own = token_level(cutter, i);

		if (node->capitals >> (i - first < 32 ? i - first : 31) & 1 && own == CQ_NEED_NOTHING)
			return CQ_NEED_NOTHING;
		if (own < level && own != CQ_NEED_NOTHING)
			level = own;
	}
	if (level == CQ_NEED_EXACT && token_level(cutter, first) != CQ_NEED_EXACT)
		level = CQ_NEED_CAPITALS;
	return level;
}

/* Is the token an adverb and nothing else that matters? */
static bool
token_is_adverb(const Cutter *cutter, uint32_t at)
{
	const CqCommon *common = cq_token_common(cutter->lexicon, cutter->text, at);
	CqUnit		unit = {.bundle = common != NULL ? common->bundle : CQ_BUNDLE_UNKNOWN};

	return cq_unit_is(cutter->lexicon, &unit, CQ_CLASS_ADV) &&
		!cq_unit_is(cutter->lexicon, &unit, CQ_CLASS_NOUN);
}

/* Does a hyphen glue the token at `at` to the one before? */
static bool
is_glued(const Cutter *cutter, uint32_t at)
{
	return at < cutter->text->tokens.len && cutter->text->tokens.at[at].marks & CQ_TOKEN_HYPHEN;
}

/* Is the token a pronoun or the like that hangs on a verb or noun by its hyphen? */
static bool
is_enclitic(const Cutter *cutter, uint32_t at)
{
	static const char *const ENCLITICS[] = {"t", "il", "elle", "on", "ils", "elles", "je", "nous",
	"vous", "ce", "tu", "la", "ci", "le", "les", "lui", "leur", "y", "en", "moi", "meme", "memes"};
	CqString	fold = cq_token_fold(cutter->text, &cutter->text->tokens.at[at]);

	if (cutter->text->tokens.at[at].shape != CQ_SHAPE_LOW)
		return false;
	for (size_t i = 0; i < sizeof(ENCLITICS) / sizeof(ENCLITICS[0]); i++)
	{
		if (cq_string_is(fold, ENCLITICS[i]))
			return true;
	}
	return false;
}

/* One past the last token that hyphens glue to the one at `first`, enclitics left out. */
static uint32_t
glued_end(const Cutter *cutter, uint32_t first)
{
	uint32_t	end = first + 1;

	while (is_glued(cutter, end) && end - first < UNIT_TOKENS_MAX && !is_enclitic(cutter, end))
		end++;
	return end;
}

/* What the lexicon knows of a stretch of tokens. */
typedef struct Match
{
	uint32_t	end;			/* one past its last token; 0: no match */
	const CqNode *node;
	CqNeed		level;
} Match;

/* Does the node mean anything to letters of this level? */
static bool
node_says_something(const CqNode *node, CqNeed level)
{
	return node->bundle[level] != CQ_BUNDLE_UNKNOWN && node->sense_count[level] > 0;
}

/* Keep a phrase that ends before token `end`, if it means something there. */
static void
match_keep(const Cutter *cutter, Match *match, uint32_t first, uint32_t end, const CqNode *node)
{
	CqNeed		level;

	if (is_glued(cutter, end) && !is_enclitic(cutter, end))
		return;
	level = stretch_level(cutter, node, first, end);
	if (node_says_something(node, level))
		*match = (Match) {end, node, level};
}

/* Find the longest phrase of two words or more from token `first` on. */
static Match
match_phrase(const Cutter *cutter, uint32_t first)
{
	const CqTables *tables = cutter->tables;
	const CqNode *node = &tables->nodes[cutter->words[first]];
	uint32_t	limit = first + UNIT_TOKENS_MAX;
	uint32_t	adverbs = 0;
	Match		match = {0};

	if (limit > cutter->text->tokens.len)
		limit = cutter->text->tokens.len;
	for (uint32_t at = first + 1; at < limit && node->edge_count > 0; at++)
	{
		const CqEdge *edge = cutter->words[at] == UINT32_MAX ? NULL :
			cq_node_edge(tables, node, cutter->words[at]);

		if (edge != NULL)
		{
			node = &tables->nodes[edge->node];
			match_keep(cutter, &match, first, at + 1, node);
		}
		else if (!node->skips_adverb || adverbs++ == UNIT_ADVERBS_MAX || !token_is_adverb(cutter, at))
			break;
	}
	return match;
}

/* Add a unit for tokens [first, end). */
static CqUnit *
add_unit(Cutter *cutter, uint32_t first, uint32_t end)
{
	CqUnit	   *unit = cq_list_add(cutter->text->arena, cutter->units);

	unit->first = first;
	unit->end = end;
	unit->shape = cutter->text->tokens.at[first].shape;
	return unit;
}

/* Give a unit what a node says. */
static void
unit_take_node(CqUnit *unit, const CqNode *node, CqNeed level)
{
	unit->bundle = node->bundle[level];
	unit->senses = node->senses;
	unit->sense_count = node->sense_count[level];
}

/* The folded form of tokens [first, end), which hyphens glue. */
static CqString
glued_fold(const Cutter *cutter, uint32_t first, uint32_t end)
{
	const CqToken *tokens = cutter->text->tokens.at;
	CqString	fold = cq_token_fold(cutter->text, &tokens[first]);

	fold.len = tokens[end - 1].fold + tokens[end - 1].fold_len - tokens[first].fold;
	return fold;
}

/* Is the token an acronym that is read as a word and written like one ("Cedeao"), and nothing else? */
static bool
is_spoken_acronym(const Cutter *cutter, uint32_t at, const CqNode *node)
{
	const CqToken *token = &cutter->text->tokens.at[at];

	return token->shape == CQ_SHAPE_CAP && token->fold_len >= SPOKEN_ACRONYM_LETTERS_MIN &&
		node->sense_count[CQ_NEED_CAPITALS] == 0 && cutter->tables->word_common[cutter->words[at]] == 0;
}

/* Look a single token up for its unit. */
static void
unit_take_token(Cutter *cutter, CqUnit *unit, uint32_t at)
{
	const CqCommon *common;

	if (cutter->words[at] != UINT32_MAX)
	{
		const CqNode *node = &cutter->tables->nodes[cutter->words[at]];
		CqNeed		level = token_level(cutter, at);

		if (level == CQ_NEED_CAPITALS && is_spoken_acronym(cutter, at, node))
			level = CQ_NEED_EXACT;
		unit_take_node(unit, node, level);
		return;
	}
	if (cutter->text->tokens.at[at].shape >= CQ_SHAPE_N_MONTH)
		return;
	common = cq_token_common(cutter->lexicon, cutter->text, at);
	if (common != NULL)
		unit->bundle = common->bundle;
}

/* Give a unit the longest phrase from its first token on, or that token alone. */
static void
unit_take_longest(Cutter *cutter, CqUnit *unit)
{
	Match		match = {0};

	if (cutter->words[unit->first] != UINT32_MAX)
		match = match_phrase(cutter, unit->first);
	unit->end = match.end > 0 ? match.end : unit->first + 1;
	if (match.end > 0)
		unit_take_node(unit, match.node, match.level);
	else
		unit_take_token(cutter, unit, unit->first);
}

/*
 * One past the last of the parts of a glued row when each stands by itself: places ("Tunis-Kasserine",
 * "BÉCHAR-TINDOUF-GARA DJEBILET"), or in capitals a place and catchwords ("SÉNÉGAL-RELIGION"); 0
 * if they do not.
 */
static uint32_t
parts_end(Cutter *cutter, uint32_t first, uint32_t end)
{
	CqUnit		part = {.end = first};
	bool		any = false;

	while (part.end < end)
	{
		bool		place;

		part = (CqUnit) {.first = part.end};
		unit_take_longest(cutter, &part);
		place = cq_unit_is(cutter->lexicon, &part, CQ_CLASS_COUNTRIES) || cq_unit_is(cutter->lexicon, &part, CQ_CLASS_CITIES) ||
			(part.end >= end && cq_unit_is(cutter->lexicon, &part, CQ_CLASS_GEONAMES));
		any |= cq_unit_is(cutter->lexicon, &part, CQ_CLASS_COUNTRIES);
		if (!place && !(any && cutter->text->tokens.at[part.first].shape == CQ_SHAPE_CAPS &&
						cq_unit_is(cutter->lexicon, &part, CQ_CLASS_NOUN)))
			return 0;
	}
	return part.end;
}

/* Add the parts of a row that parts_end found. */
static void
add_parts(Cutter *cutter, uint32_t first, uint32_t end)
{
	while (first < end)
	{
		CqUnit	   *unit = add_unit(cutter, first, first + 1);

		unit_take_longest(cutter, unit);
		first = unit->end;
	}
}

/* Do the tokens [first, end) read "mi-mars", "mi-2024", "2023-début": words that dates are made of? */
static bool
parts_are_date(Cutter *cutter, uint32_t first, uint32_t end)
{
	CqUnit		part = {0};
	CqUnit		whole = {0};

	if (end - first != 2)
		return false;
	unit_take_token(cutter, &part, first);
	unit_take_token(cutter, &whole, first + 1);
	if (cutter->text->tokens.at[first].shape == CQ_SHAPE_N_YEAR)
		return cq_unit_is(cutter->lexicon, &whole, CQ_CLASS_DATE_WORDS_PART) ||
			cq_unit_is(cutter->lexicon, &whole, CQ_CLASS_MONTHS);
	return cq_unit_is(cutter->lexicon, &part, CQ_CLASS_DATE_WORDS_PART) &&
		(cutter->text->tokens.at[first + 1].shape == CQ_SHAPE_N_YEAR ||
		 cq_unit_is(cutter->lexicon, &whole, CQ_CLASS_MONTHS));
}

/* The shape of numbers glued by hyphens: "2024-12-13" and "13-12-2024" are dates. */
static uint8_t
glued_shape(const Cutter *cutter, uint32_t first, uint32_t end)
{
	const CqToken *tokens = cutter->text->tokens.at;

	if (end - first != 3 || tokens[first + 1].shape != CQ_SHAPE_N_MONTH)
		return tokens[first].shape;
	for (uint32_t year = first; year < end; year += 2)
	{
		uint8_t		day = tokens[year == first ? first + 2 : first].shape;

		if (tokens[year].shape == CQ_SHAPE_N_YEAR && (day == CQ_SHAPE_N_MONTH || day == CQ_SHAPE_N_DAY))
			return CQ_SHAPE_N_DATE;
	}
	return tokens[first].shape;
}

/*
 * A unit of glued words that is no phrase. An everyday compound ("peut-être") is what the dictionary
 * says; else a name follows its first part ("Jean-Baptiste") and one that ends in small letters its
 * last ("maroco-sénégalaise", "Ex-ministre").
 */
static void
add_glued(Cutter *cutter, uint32_t first, uint32_t end)
{
	const CqCommon *common = cq_lexicon_common(cutter->lexicon, glued_fold(cutter, first, end));
	bool		low = cutter->text->tokens.at[end - 1].shape == CQ_SHAPE_LOW;
	CqUnit	   *unit;

	if (parts_are_date(cutter, first, end))
	{
		for (uint32_t i = first; i < end; i++)
			unit_take_token(cutter, add_unit(cutter, i, i + 1), i);
		return;
	}
	unit = add_unit(cutter, first, end);
	unit->shape = glued_shape(cutter, first, end);
	if (common != NULL)
		unit->bundle = common->bundle;
	else
		unit_take_token(cutter, unit, low ? end - 1 : first);
	if (!low && common == NULL && !cq_unit_is(cutter->lexicon, unit, CQ_CLASS_GIVEN_NAMES))
		unit->bundle = CQ_BUNDLE_UNKNOWN, unit->sense_count = 0;
}

/* Add the unit that begins at token `at`; yields the token where the next one begins. */
static uint32_t
cut_one(Cutter *cutter, uint32_t at)
{
	uint32_t	glued = glued_end(cutter, at);
	Match		match = {0};

	if (cutter->words[at] != UINT32_MAX)
		match = match_phrase(cutter, at);
	if (match.end > 0)
	{
		unit_take_node(add_unit(cutter, at, match.end), match.node, match.level);
		return match.end;
	}
	if (glued > at + 1)
	{
		uint32_t	parts = parts_end(cutter, at, glued);

		if (parts > 0)
			add_parts(cutter, at, parts);
		else
			add_glued(cutter, at, glued);
		return parts > 0 ? parts : glued;
	}
	unit_take_token(cutter, add_unit(cutter, at, at + 1), at);
	return at + 1;
}

/* Is the joined form of a broken word a word? */
static bool
is_known_word(void *self, CqString folded)
{
	const CqLexicon *lexicon = self;

	return cq_lexicon_common(lexicon, folded) != NULL ||
		cq_lexicon_word(lexicon, folded) != UINT32_MAX;
}

void
cq_lexicon_read(const CqLexicon *lexicon, CqText *text, CqUnits *units)
{
	Cutter		cutter = {lexicon, lexicon->tables, text, units, NULL};
	CqLexicon	self = *lexicon;

	cq_text_mend(text, is_known_word, &self);
	cq_text_lines(text);
	cq_lexicon_look_up(lexicon, text);
	cutter.words = text->words;
	cq_list_reserve(text->arena, units, text->tokens.len);
	for (uint32_t at = 0; at < text->tokens.len;)
	{
		if (units->len % 256 == 0)
			cq_arena_poll(text->arena);
		at = cut_one(&cutter, at);
	}
	cq_lexicon_sentences(lexicon, text, units);
}
