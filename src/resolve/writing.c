/*
 * writing.c: canonical forms, written from the tokens of a text.
 *
 * In a stretch that the source wrote in capitals, "MINISTERE DE L'ECONOMIE NUMERIQUE", small words
 * become small, everyday words get their accents back, and capitals stay where French puts them:
 * on names, and on the first word of each portfolio ("ministère de l'Économie numérique").
 */
#include "writing.h"

/* Longest word written; a longer one is cut (and was no word). */
#define WORD_BYTES_MAX 600

/* Room of a writer at its first bytes: most names fit in it. */
#define WRITER_FIRST_ROOM 96

/* Append bytes. */
static void
append(CqWriter *writer, const char *bytes, uint32_t len)
{
	uint32_t	want = writer->out.len + len;

	if (want > writer->out.cap)
		cq_list_reserve(writer->analysis->arena, &writer->out, want < WRITER_FIRST_ROOM ? WRITER_FIRST_ROOM : want * 2);
	memcpy(writer->out.at + writer->out.len, bytes, len);
	writer->out.len = want;
}

void
cq_write_string(CqWriter *writer, CqString string)
{
	append(writer, string.bytes, string.len);
}

CqString
cq_writer_string(CqWriter *writer)
{
	if (writer->out.len == 0)
		return CQ_NONE;
	return (CqString) {cq_arena_copy(writer->analysis->arena, writer->out.at, writer->out.len),
	writer->out.len};
}

/*
 * A token's letters made plain: entities read, marks without width gone, apostrophes straight,
 * the hyphen and blank of a broken word gone, composed to NFC. Yields the length.
 */
static uint32_t
token_letters(const CqAnalysis *analysis, const CqToken *token, char *out)
{
	const char *at = analysis->text.body.bytes + token->start;
	const char *end = analysis->text.body.bytes + token->end;
	char		plain[WORD_BYTES_MAX];
	uint32_t	len = 0;

	while (at < end && len < WORD_BYTES_MAX / 3 - 8)
	{
		int32_t		code;
		uint32_t	size = *at == '&' ? cq_entity_decode(at, end, &code) : 0;
		const CqCharacter *character;

		if (size == 0)
			size = cq_utf8_decode(at, end, &code);
		at += size;
		character = cq_character(analysis->text.characters, code);
		if (code == 0x200B || code == 0xFEFF || code == 0xAD)
			continue;
		if (token->marks & CQ_TOKEN_BROKEN &&
			(character->class == CQ_CHAR_HYPHEN || character->class == CQ_CHAR_SPACE ||
			 character->class == CQ_CHAR_NEWLINE))
			continue;
		if (character->class == CQ_CHAR_APOSTROPHE)
			code = '\'';
		len += cq_utf8_encode(code, plain + len);
	}
	return cq_utf8_compose(plain, len, out);
}

/* Put letters in lower case, but the first ones of its parts where `title`. */
static uint32_t
change_case(const char *in, uint32_t len, bool title, char *out)
{
	const char *end = in + len;
	bool		first = title;
	uint32_t	written = 0;

	while (in < end)
	{
		int32_t		code;

		in += cq_utf8_decode(in, end, &code);
		written += cq_utf8_encode(first ? cq_utf8_upper(code) : cq_utf8_lower(code), out + written);
		first = title && code == '\'';
	}
	return written;
}

/* Is the whole word free of accents and of anything else but ASCII? */
static bool
is_ascii(const char *bytes, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
	{
		if ((unsigned char) bytes[i] >= 0x80)
			return false;
	}
	return true;
}

/* Give an unaccented everyday word its accents; `only_first`: on its first letter alone. */
static uint32_t
restore_accents(const CqAnalysis *analysis, const CqToken *token, char *word, uint32_t len,
				bool only_first)
{
	CqString	fold = cq_token_fold(&analysis->text, token);
	CqString	accented = cq_lexicon_accented(analysis->lexicon, analysis->arena, fold);

	if (!is_ascii(word, len) || accented.bytes == fold.bytes || accented.len > WORD_BYTES_MAX / 2)
		return len;
	if (only_first && ((unsigned char) accented.bytes[0] < 0x80 ||
					   !is_ascii(accented.bytes + 2, accented.len - 2)))
		return len;
	memcpy(word, accented.bytes, accented.len);
	return accented.len;
}

/* What joins a token to what is written already. */
static void
write_joint(CqWriter *writer, const CqToken *token)
{
	char		last = writer->out.len > 0 ? writer->out.at[writer->out.len - 1] : '\0';

	if (last == '\0' || last == ' ')
		return;
	if (token->marks & CQ_TOKEN_HYPHEN)
		append(writer, "-", 1);
	else if (token->marks & CQ_TOKEN_BLANK && !(last == '\'' && token[-1].marks & CQ_TOKEN_ELIDED))
		append(writer, " ", 1);
}

void
cq_write_token(CqWriter *writer, uint32_t number, CqLetters letters)
{
	const CqToken *token = &writer->analysis->text.tokens.at[number];
	char		word[WORD_BYTES_MAX];
	char		cased[WORD_BYTES_MAX];
	uint32_t	len = token_letters(writer->analysis, token, word);

	write_joint(writer, token);
	if (letters == CQ_LETTERS_KEPT && token->shape != CQ_SHAPE_CAP && token->shape != CQ_SHAPE_FIRST)
	{
		append(writer, word, len);
		return;
	}
	len = change_case(word, len, false, cased);
	len = restore_accents(writer->analysis, token, cased, len, letters == CQ_LETTERS_KEPT);
	len = change_case(cased, len, letters != CQ_LETTERS_LOW, word);
	append(writer, word, len);
}

/* Is the stretch written in capitals: two capital words or more, and no small one? */
static bool
stretch_is_caps(const CqAnalysis *analysis, CqSpan tokens)
{
	uint32_t	caps = 0;

	for (uint32_t i = tokens.start; i < tokens.end; i++)
	{
		const CqToken *token = &analysis->text.tokens.at[i];

		if (token->shape == CQ_SHAPE_LOW || token->shape == CQ_SHAPE_CAP ||
			token->shape == CQ_SHAPE_FIRST)
			return false;
		caps += token->shape == CQ_SHAPE_CAPS && token->fold_len > 3;
	}
	return caps >= 2;
}

/* Is the token an everyday word with one of these readings? */
static bool
token_is(const CqAnalysis *analysis, uint32_t number, uint32_t class)
{
	const CqCommon *common = cq_token_common(analysis->lexicon, &analysis->text, number);
	CqUnit		unit = {.bundle = common != NULL ? common->bundle : CQ_BUNDLE_UNKNOWN};

	return cq_unit_is(analysis->lexicon, &unit, class);
}

/* Is the token a small word: article, preposition, conjunction? */
static bool
token_is_small(const CqAnalysis *analysis, uint32_t number)
{
	return analysis->text.tokens.at[number].marks & CQ_TOKEN_ELIDED ||
		token_is(analysis, number, CQ_CLASS_DET) || token_is(analysis, number, CQ_CLASS_PREP) ||
		token_is(analysis, number, CQ_CLASS_CONJ);
}

/* Write a stretch that the source has in capitals. */
static void
write_caps(CqWriter *writer, CqSpan tokens)
{
	const CqAnalysis *analysis = writer->analysis;
	bool		opens = true;	/* the next word begins a portfolio or the name itself */

	for (uint32_t i = tokens.start; i < tokens.end; i++)
	{
		bool		known = token_is(analysis, i, CQ_CLASS_NOUN) || token_is(analysis, i, CQ_CLASS_ADJ);

		if (token_is_small(analysis, i))
			cq_write_token(writer, i, CQ_LETTERS_LOW);
		else
		{
			cq_write_token(writer, i, !known || opens ? CQ_LETTERS_TITLE : CQ_LETTERS_LOW);
			opens = false;
		}
		if (analysis->text.folded[analysis->text.tokens.at[i].fold] == ',')
			opens = true;
	}
}

CqString
cq_write_stretch(CqAnalysis *analysis, CqSpan tokens)
{
	CqWriter	writer = {.analysis = analysis};

	if (stretch_is_caps(analysis, tokens))
		write_caps(&writer, tokens);
	else
	{
		for (uint32_t i = tokens.start; i < tokens.end; i++)
			cq_write_token(&writer, i, CQ_LETTERS_KEPT);
	}
	return cq_writer_string(&writer);
}

/* Is the folded word a particle that French writes small ("de", "von"), not Arabic "El", "Ben"? */
static bool
particle_is_small(CqString fold)
{
	static const char *const SMALL[] = {"de", "d'", "du", "des", "la", "los", "las", "van", "von", "der",
	"den", "zu", "ter", "ten", "del", "della", "di", "da", "dos", "do", "wa", "y", "e"};

	for (size_t i = 0; i < sizeof(SMALL) / sizeof(SMALL[0]); i++)
	{
		if (cq_string_is(fold, SMALL[i]))
			return true;
	}
	return false;
}

/* How the lexicon writes a name that stands in capitals; none if it does not know it. */
static CqString
listed_name(const CqAnalysis *analysis, uint32_t number)
{
	uint32_t	word = analysis->text.words[number];
	const CqNode *node;

	if (word == UINT32_MAX)
		return CQ_NONE;
	node = &analysis->lexicon->tables->nodes[word];
	for (uint32_t i = 0; i < node->sense_count[CQ_NEED_EXACT]; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[node->senses + i];

		if ((sense->class == CQ_CLASS_GIVEN_NAMES || sense->class == CQ_CLASS_SURNAMES) &&
			sense->form == CQ_FORM_CANONICAL)
			return cq_sense_canonical(analysis->lexicon, sense);
	}
	return CQ_NONE;
}

/* Write one token of a name. */
static void
write_name_token(CqWriter *writer, uint32_t number)
{
	const CqAnalysis *analysis = writer->analysis;
	const CqToken *token = &analysis->text.tokens.at[number];
	CqString	listed;

	if (token->shape != CQ_SHAPE_CAPS && !(token->shape == CQ_SHAPE_INIT && token->marks & CQ_TOKEN_ELIDED))
	{
		cq_write_token(writer, number, token->shape == CQ_SHAPE_LOW ? CQ_LETTERS_KEPT : CQ_LETTERS_KEPT);
		return;
	}
	if (particle_is_small(cq_token_fold(&analysis->text, token)))
	{
		cq_write_token(writer, number, CQ_LETTERS_LOW);
		return;
	}
	listed = listed_name(analysis, number);
	if (listed.bytes == NULL || token->fold_len <= 3)
	{
		cq_write_token(writer, number, CQ_LETTERS_TITLE);
		return;
	}
	write_joint(writer, token);
	cq_write_string(writer, listed);
}

/* Is the token a regnal number ("VI")? */
static bool
is_roman(CqString fold)
{
	if (fold.len > 5)
		return false;
	for (uint32_t i = 0; i < fold.len; i++)
	{
		if (strchr("ivx", fold.bytes[i]) == NULL)
			return false;
	}
	return true;
}

CqString
cq_write_name(CqAnalysis *analysis, CqSpan tokens)
{
	CqWriter	writer = {.analysis = analysis};

	for (uint32_t i = tokens.start; i < tokens.end; i++)
	{
		if (i > tokens.start && is_roman(cq_token_fold(&analysis->text, &analysis->text.tokens.at[i])))
			cq_write_token(&writer, i, CQ_LETTERS_KEPT);
		else
			write_name_token(&writer, i);
	}
	return cq_writer_string(&writer);
}

CqString
cq_write_key(CqAnalysis *analysis, CqSpan tokens)
{
	CqWriter	writer = {.analysis = analysis};

	for (uint32_t i = tokens.start; i < tokens.end; i++)
	{
		CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[i]);

		if (analysis->text.tokens.at[i].shape >= CQ_SHAPE_SIGN)
			continue;
		if (writer.out.len > 0 && !(analysis->text.tokens.at[i - 1].marks & CQ_TOKEN_ELIDED))
			append(&writer, " ", 1);
		cq_write_string(&writer, fold);
	}
	return cq_writer_string(&writer);
}

CqString
cq_write_slug(CqAnalysis *analysis, CqString string)
{
	CqWriter	writer = {.analysis = analysis};
	const char *at = string.bytes;
	const char *end = at + string.len;
	bool		gap = false;

	while (at < end)
	{
		int32_t		code;
		const CqCharacter *character;

		at += cq_utf8_decode(at, end, &code);
		character = cq_character(analysis->text.characters, code);
		if (character->class != CQ_CHAR_LETTER && character->class != CQ_CHAR_DIGIT)
		{
			gap = writer.out.len > 0;
			continue;
		}
		if (gap)
			append(&writer, "-", 1);
		gap = false;
		append(&writer, character->fold, character->fold_len);
	}
	return cq_writer_string(&writer);
}
