/*
 * dateread.c: from the slots of a date to what they say.
 *
 * The rules of date.rules name the parts of a surface; here each part becomes a number. A part of
 * two tokens glued by a hyphen says two numbers: "10-16 avril", "janvier-mars 2024", "2019-2023".
 */
#include "bodies.h"
#include "dates.h"

/* Years of two figures: "12/05/24" is of this century, "années 70" of the last one from here on. */
#define SHORT_YEAR_CENTURY 2000
#define DECADE_OF_LAST_CENTURY 30

typedef struct Reader
{
	const CqAnalysis *analysis;
	const CqChunk *chunk;
	CqExpression *expression;
} Reader;

/* The tokens of a slot. */
static CqSpan
slot(const Reader *reader, uint16_t name)
{
	return cq_chunk_slot(reader->analysis, reader->chunk, name);
}

/* Is the slot filled? */
static bool
has(const Reader *reader, uint16_t name)
{
	CqSpan		span = slot(reader, name);

	return span.end > span.start;
}

/* An attribute of the first sense of a class in a stretch; none if there is no such sense. */
static CqString
cell(const Reader *reader, CqSpan span, uint32_t class, uint32_t column)
{
	const CqSense *sense = span.end > span.start ? cq_span_sense(reader->analysis, span, class) : NULL;

	return sense != NULL ? cq_sense_attribute(reader->analysis->lexicon, sense, column) : CQ_NONE;
}

/* The same, in date_words.tsv. */
static CqString
word_cell(const Reader *reader, uint16_t name, uint32_t column)
{
	return cell(reader, slot(reader, name), CQ_CLASS_DATE_WORDS, column);
}

/* The sense of a single token that date_words.tsv knows as of this kind; its value, or none. */
static CqString
word_value(const Reader *reader, CqSpan span, const char *kind)
{
	const CqUnits *units = &reader->analysis->units[CQ_ROUND_WORDS];

	for (uint32_t at = cq_unit_at(units, span.start); at < units->len && units->at[at].first < span.end; at++)
	{
		for (uint32_t i = 0; i < units->at[at].sense_count; i++)
		{
			const CqSense *sense = &reader->analysis->lexicon->tables->senses[units->at[at].senses + i];

			if (sense->class == CQ_CLASS_DATE_WORDS &&
				cq_string_is(cq_sense_attribute(reader->analysis->lexicon, sense, CQ_DATE_WORDS_KIND), kind))
				return cq_sense_attribute(reader->analysis->lexicon, sense, CQ_DATE_WORDS_VALUE);
		}
	}
	return CQ_NONE;
}

/* The first and last number among the tokens of a slot; 0 if there is none. */
static void
numbers(const Reader *reader, uint16_t name, int32_t *first, int32_t *last)
{
	CqSpan		span = slot(reader, name);

	*first = *last = 0;
	for (uint32_t at = span.start; at < span.end; at++)
	{
		int32_t		value = cq_token_number(reader->analysis, at);

		if (value < 0)
			continue;
		*last = value;
		if (*first == 0)
			*first = value;
	}
}

/* The month that one token names, by itself; 0 if none. */
static int32_t
token_month(const Reader *reader, uint32_t token)
{
	const CqTables *tables = reader->analysis->lexicon->tables;
	uint32_t	word = reader->analysis->text.words[token];
	const CqNode *node;

	if (word == UINT32_MAX)
		return 0;
	node = &tables->nodes[word];
	for (uint32_t i = 0; i < node->sense_count[CQ_NEED_EXACT]; i++)
	{
		if (tables->senses[node->senses + i].class == CQ_CLASS_MONTHS)
			return cq_cell_number(cq_sense_attribute(reader->analysis->lexicon, &tables->senses[node->senses + i],
													 CQ_MONTHS_NUMBER));
	}
	return 0;
}

/* The first and last month of a slot. */
static void
months(const Reader *reader, uint16_t name, uint8_t *first, uint8_t *last)
{
	CqSpan		span = slot(reader, name);

	for (uint32_t at = span.start; at < span.end; at++)
	{
		int32_t		month = token_month(reader, at);

		if (month == 0)
			continue;
		*last = (uint8_t) month;
		if (*first == 0)
			*first = (uint8_t) month;
	}
}

/* The weekday of a slot. */
static uint8_t
weekday(const Reader *reader, uint16_t name)
{
	return (uint8_t) cq_cell_number(cell(reader, slot(reader, name), CQ_CLASS_WEEKDAYS, CQ_WEEKDAYS_NUMBER));
}

/* The part of a slot: "début", "mi-", "fin". */
static uint8_t
part(const Reader *reader, uint16_t name)
{
	static const char *const NAMES[] = {"during", "begin", "mid", "end", "first_half", "second_half"};
	CqString	value = has(reader, name) ? word_value(reader, slot(reader, name), "part") : CQ_NONE;

	for (uint8_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++)
	{
		if (cq_string_is(value, NAMES[i]))
			return i;
	}
	return CQ_PART_ALL;
}

/* Read the unit in a cell: "P6M", "P1W", "weekend". */
static CqTimeUnit
read_unit(CqString value)
{
	CqTimeUnit	unit = {0, 0, false};
	int32_t		count;

	if (cq_string_is(value, "weekend"))
		unit.weekend = true;
	if (unit.weekend || value.len < 3)
		return unit;
	count = cq_cell_number((CqString) {value.bytes + 1, value.len - 2});
	switch (value.bytes[value.len - 1])
	{
		case 'Y':
			unit.months = 12 * count;
			break;
		case 'M':
			unit.months = count;
			break;
		case 'W':
			unit.days = 7 * count;
			break;
		default:
			unit.days = count;
			break;
	}
	return unit;
}

/* The rank that a slot tells: "premier", "3e", "dernier" (-1), "T2". */
static int32_t
rank(const Reader *reader, CqSpan span)
{
	CqString	value = cell(reader, span, CQ_CLASS_ORDINALS, CQ_ORDINALS_VALUE);
	CqString	fold;
	int32_t		number;

	if (value.len > 0)
		return cq_cell_number(value);
	number = cq_token_number(reader->analysis, span.start);
	if (number >= 0)
		return number;
	fold = cq_token_fold(&reader->analysis->text, &reader->analysis->text.tokens.at[span.start]);
	return fold.len == 2 && fold.bytes[1] >= '1' && fold.bytes[1] <= '9' ? fold.bytes[1] - '0' : 0;
}

/* A Roman number, up to the first letter that is none; 0 if there is none. */
static int32_t
roman(CqString fold)
{
	static const char LETTERS[] = "ivxl";
	static const int32_t WORTH[] = {1, 5, 10, 50};
	int32_t		sum = 0;
	int32_t		before = 0;

	for (uint32_t i = 0; i < fold.len; i++)
	{
		const char *letter = strchr(LETTERS, fold.bytes[i]);
		int32_t		worth;

		if (letter == NULL || *letter == '\0')
			break;
		worth = WORTH[letter - LETTERS];
		sum += worth > before && before > 0 ? worth - 2 * before : worth;
		before = worth;
	}
	return sum;
}

/* Read "XIXe siècle", "années 1970", "années quatre-vingt". */
static void
read_long(Reader *reader)
{
	CqExpression *expression = reader->expression;
	CqSpan		century = slot(reader, CQ_SLOT_CENTURY);
	CqSpan		year = slot(reader, CQ_SLOT_YEAR);

	expression->form = CQ_DATE_LONG;
	expression->from.part = part(reader, CQ_SLOT_PART);
	if (century.end > century.start)
	{
		expression->unit.months = 1200;
		expression->count = rank(reader, century);
		if (expression->count == 0)
			expression->count = roman(cq_token_fold(&reader->analysis->text,
													&reader->analysis->text.tokens.at[century.start]));
		return;
	}
	expression->unit.months = 120;
	expression->count = cq_number_small(reader->analysis, year);
	if (expression->count >= 0 && expression->count < 100)
		expression->count += expression->count >= DECADE_OF_LAST_CENTURY ? 1900 : 2000;
	if (expression->count % 10 != 0)
	{
		expression->form = CQ_DATE_POINT;	/* "années 2021, 2022 et 2023" */
		expression->from.year = expression->count;
	}
}

/* Read "20/03/2025", "27/11", "13.12.2024", "2024-12-13". */
static void
read_figures(Reader *reader)
{
	CqSpan		span = slot(reader, CQ_SLOT_FIGURES);
	CqString	body = cq_text_surface(&reader->analysis->text, span.start, span.end - 1);
	int32_t		parts[3] = {0, 0, 0};
	int			count = -1;
	bool		digit = false;
	CqDatePoint *point = &reader->expression->from;

	for (uint32_t i = 0; i < body.len; i++)
	{
		bool		is_digit = body.bytes[i] >= '0' && body.bytes[i] <= '9';

		if (is_digit && !digit && ++count > 2)
			return;
		if (is_digit)
			parts[count] = parts[count] * 10 + (body.bytes[i] - '0');
		digit = is_digit;
	}
	point->month = (uint8_t) (parts[1] <= 12 ? parts[1] : 0);
	point->day = parts[0] > 31 ? parts[2] : parts[0];
	point->year = parts[0] > 31 ? parts[0] : parts[2];
	if (count == 2 && point->year < 100)
		point->year += SHORT_YEAR_CENTURY;
}

/* Read the second end of a range from its own slots. */
static void
read_last(Reader *reader)
{
	CqDatePoint *to = &reader->expression->to;
	uint8_t		first_month = 0;
	int32_t		first;
	int32_t		last;

	*to = (CqDatePoint) {.weekday = weekday(reader, CQ_SLOT_TO_WEEKDAY), .part = part(reader, CQ_SLOT_TO_PART)};
	months(reader, CQ_SLOT_TO_MONTH, &first_month, &to->month);
	numbers(reader, CQ_SLOT_TO_DAY, &first, &last);
	to->day = (uint8_t) (last == 0 && has(reader, CQ_SLOT_TO_DAY) ? 1 : last);
	numbers(reader, CQ_SLOT_TO_YEAR, &first, &to->year);
	reader->expression->range = true;
}

/* Read both ends; glued tokens tell the second one too. */
static void
read_points(Reader *reader)
{
	CqExpression *expression = reader->expression;
	CqDatePoint *from = &expression->from;
	CqDatePoint *to = &expression->to;
	uint8_t		month = 0;
	int32_t		day;
	int32_t		year;

	from->weekday = weekday(reader, CQ_SLOT_WEEKDAY);
	from->part = part(reader, CQ_SLOT_PART);
	months(reader, CQ_SLOT_MONTH, &from->month, &month);
	numbers(reader, CQ_SLOT_DAY, &from->day, &day);
	if (from->day == 0 && has(reader, CQ_SLOT_DAY))
		from->day = day = 1;	/* "premier mai" */
	numbers(reader, CQ_SLOT_YEAR, &from->year, &year);
	if (year > 0 && year < 100)
		year += from->year - from->year % 100;	/* "2024-25" */
	*to = (CqDatePoint) {.year = year, .month = month, .day = day};
	expression->range = from->year != year || from->month != month || from->day != day;
	if (has(reader, CQ_SLOT_TO_DAY) || has(reader, CQ_SLOT_TO_MONTH) || has(reader, CQ_SLOT_TO_YEAR) ||
		has(reader, CQ_SLOT_TO_WEEKDAY))
		read_last(reader);
}

/* Read what surrounds: "ce", "prochain", "de l'année dernière", "soir". */
static void
read_around(Reader *reader)
{
	CqExpression *expression = reader->expression;
	CqSpan		frame = slot(reader, CQ_SLOT_FRAME);
	CqSpan		shift = slot(reader, CQ_SLOT_SHIFT);
	CqString	value;

	expression->this_one = has(reader, CQ_SLOT_THIS);
	if (has(reader, CQ_SLOT_DAYPART))
		expression->daypart = word_value(reader, slot(reader, CQ_SLOT_DAYPART), "day_part");
	if (frame.end > frame.start)
	{
		expression->frame = CQ_FRAME_PLAIN;
		for (uint32_t at = frame.start; at < frame.end; at++)
		{
			if (cq_token_is(reader->analysis, at, "cette"))
				expression->frame = CQ_FRAME_THIS;
			if (cq_token_is(reader->analysis, at, "meme"))
				expression->frame = CQ_FRAME_SAME;
		}
		if (shift.end == shift.start)
			shift = frame;
	}
	if (shift.end == shift.start)
		return;
	value = word_value(reader, shift, "shift");
	if (value.len == 0)
	{
		value = word_value(reader, shift, "sequel");
		expression->sequel = value.len > 0;
	}
	expression->shifted = value.len > 0;
	expression->shift = cq_cell_number(value);
}

/* Read "hier", "ce soir", "la veille". */
static void
read_word(Reader *reader)
{
	CqExpression *expression = reader->expression;
	CqString	kind = word_cell(reader, CQ_SLOT_WORD, CQ_DATE_WORDS_KIND);
	CqString	value = word_cell(reader, CQ_SLOT_WORD, CQ_DATE_WORDS_VALUE);

	expression->other_day = cq_string_is(kind, "other_day");
	if (cq_string_is(kind, "today"))
		expression->daypart = value;
	else
		expression->word = cq_cell_number(value);
	expression->vague = cq_token_is(reader->analysis, slot(reader, CQ_SLOT_WORD).start, "aujourd'hui");
}

/* Read "dans dix jours", "il y a deux ans", "un mois plus tôt". */
static void
read_away(Reader *reader)
{
	CqExpression *expression = reader->expression;
	CqSpan		away = slot(reader, CQ_SLOT_AWAY);
	CqString	value = word_value(reader, away, "ago");

	expression->form = CQ_DATE_AWAY;
	expression->count = cq_number_small(reader->analysis, slot(reader, CQ_SLOT_COUNT));
	if (value.len == 0)
	{
		value = word_value(reader, away, "away");
		expression->other_day = value.len > 0;
	}
	expression->away = value.len > 0 ? cq_cell_number(value) : 1;
}

/* Read the season: 1 for spring. */
static uint8_t
read_season(const Reader *reader)
{
	static const char *const NAMES[] = {"SP", "SU", "FA", "WI"};
	CqString	value = word_value(reader, slot(reader, CQ_SLOT_SEASON), "season");

	for (uint8_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++)
	{
		if (cq_string_is(value, NAMES[i]))
			return (uint8_t) (i + 1);
	}
	return 0;
}

/* Read the feast, whose day the text's country decides where several keep one of that name. */
static CqString
read_feast(const Reader *reader)
{
	const CqAnalysis *analysis = reader->analysis;
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	const CqUnit *unit = &units->at[cq_unit_at(units, slot(reader, CQ_SLOT_FEAST).start)];
	CqString	first = CQ_NONE;

	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + i];
		CqString	day;

		if (sense->class != CQ_CLASS_HOLIDAYS)
			continue;
		day = cq_sense_attribute(analysis->lexicon, sense, CQ_HOLIDAYS_DATE);
		if (analysis->country.len > 0 &&
			cq_string_equal(cq_sense_attribute(analysis->lexicon, sense, CQ_HOLIDAYS_COUNTRY), analysis->country))
			return day;
		if (first.len == 0)
			first = day;
	}
	return first;
}

/* The months that the letter of "T2" or "S1" stands for. */
static int32_t
letter_months(const Reader *reader, uint32_t token)
{
	return cq_token_fold(&reader->analysis->text, &reader->analysis->text.tokens.at[token]).bytes[0] == 't' ? 3 : 6;
}

/* The form of an expression, and what only that form has. */
static void
read_form(Reader *reader)
{
	CqExpression *expression = reader->expression;

	if (has(reader, CQ_SLOT_WORD))
		read_word(reader);
	if (has(reader, CQ_SLOT_UNIT))
		expression->unit = read_unit(word_value(reader, slot(reader, CQ_SLOT_UNIT), "period"));
	if (expression->unit.months == 0 && expression->unit.days == 0 && !expression->unit.weekend)
		expression->unit.days = 1;
	if (has(reader, CQ_SLOT_AWAY))
		read_away(reader);
	else if (has(reader, CQ_SLOT_ORDINAL))
	{
		expression->form = CQ_DATE_PERIOD;
		expression->ordinal = rank(reader, slot(reader, CQ_SLOT_ORDINAL));
		expression->count = has(reader, CQ_SLOT_COUNT) ? cq_number_small(reader->analysis, slot(reader, CQ_SLOT_COUNT)) : 0;
		if (!has(reader, CQ_SLOT_UNIT))
			expression->unit.months = letter_months(reader, slot(reader, CQ_SLOT_ORDINAL).start);
	}
	else if (has(reader, CQ_SLOT_UNIT))
		expression->form = CQ_DATE_UNIT;
	else if (has(reader, CQ_SLOT_SEASON))
	{
		expression->form = CQ_DATE_SEASON;
		expression->season = read_season(reader);
	}
	else if (has(reader, CQ_SLOT_FEAST))
	{
		expression->form = CQ_DATE_FEAST;
		expression->feast = read_feast(reader);
	}
	else if (expression->from.month > 0 || expression->to.month > 0 || expression->from.year > 0)
		expression->form = CQ_DATE_POINT;
	else if (expression->from.weekday > 0)
		expression->form = CQ_DATE_WEEKDAY;
	else
		expression->form = CQ_DATE_WORD;
}

CqSpan
cq_expression_tokens(const CqAnalysis *analysis, const CqChunk *chunk, const CqExpression *expression)
{
	bool		listed = cq_chunk_slot(analysis, chunk, CQ_SLOT_DECADE).end > 0 && expression->form == CQ_DATE_POINT;

	return listed ? cq_chunk_slot(analysis, chunk, CQ_SLOT_YEAR) : chunk->tokens;
}

void
cq_expression_read(const CqAnalysis *analysis, const CqChunk *chunk, CqExpression *expression)
{
	Reader		reader = {analysis, chunk, expression};
	CqSpan		hijri;

	memset(expression, 0, sizeof(*expression));
	read_around(&reader);
	if (has(&reader, CQ_SLOT_DECADE) || has(&reader, CQ_SLOT_CENTURY))
	{
		read_long(&reader);
		return;
	}
	read_points(&reader);
	expression->night = has(&reader, CQ_SLOT_NIGHT);
	hijri = slot(&reader, CQ_SLOT_HIJRI);
	if (has(&reader, CQ_SLOT_FIGURES))
		read_figures(&reader);
	read_form(&reader);
	if (hijri.end > hijri.start)
	{
		expression->form = CQ_DATE_HIJRI;
		expression->from.month = (uint8_t) cq_cell_number(cell(&reader, hijri, CQ_CLASS_HIJRI_MONTHS,
															   CQ_HIJRI_MONTHS_NUMBER));
	}
}
