/*
 * numbers.c: numbers, written in figures or in words.
 *
 *		1.750			a point before three figures groups thousands
 *		12,5			a comma is the decimal one
 *		8 727 431		blanks group thousands
 *		deux cent cinquante millions		cent, mille, millions multiply what stands before them
 *		29 milliards 518 millions 65 mille	and what follows is added
 *		22,6 MMDH		so do the short magnitudes, which may imply a currency
 */
#include "numbers.h"

#include "../lexicon/lexicon.h"
#include "persons.h"

/* Values beyond this (in units) are no quantities; keeps products far from overflow. */
#define DECIMAL_MOST (CQ_DECIMAL_ONE * 1000000000 * 1000000000)

/* Decimals kept: those of CQ_DECIMAL_ONE. */
#define DECIMALS_KEPT 9

/* Figures of a group behind a separator of thousands. */
#define GROUP_DIGITS 3

/* A number while it is read: "deux millions trois cent" has 2,000,000 in sum and 300 in hand. */
typedef struct Reading
{
	CqDecimal	sum;
	CqDecimal	hand;
	bool		in_hand;
	CqDecimal	last;			/* factor of the last magnitude, for "et demi" */
	CqNumber   *number;
} Reading;

int32_t
cq_token_number(const CqAnalysis *analysis, uint32_t token)
{
	CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[token]);
	int32_t		value = 0;

	if (fold.len == 0 || fold.len > 9)
		return -1;
	for (uint32_t i = 0; i < fold.len; i++)
	{
		if (fold.bytes[i] < '0' || fold.bytes[i] > '9')
			return -1;
		value = value * 10 + (fold.bytes[i] - '0');
	}
	return value;
}

int32_t
cq_cell_number(CqString cell)
{
	bool		minus = cell.len > 0 && cell.bytes[0] == '-';
	int32_t		value = 0;

	for (uint32_t i = minus; i < cell.len && i < 10 && cell.bytes[i] >= '0' && cell.bytes[i] <= '9'; i++)
		value = value * 10 + (cell.bytes[i] - '0');
	return minus ? -value : value;
}

/* Digits from `at` on, up to a sign or the end. */
static uint32_t
count_digits(const char *at, const char *end)
{
	const char *from = at;

	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return (uint32_t) (at - from);
}

/* Does the sign at `at` group thousands? A point does before three figures, a comma in a row. */
static bool
sign_groups(CqString digits, const char *at)
{
	const char *end = digits.bytes + digits.len;
	uint32_t	after = count_digits(at + 1, end);
	bool		repeated = memchr(at + 1, *at, (size_t) (end - at - 1)) != NULL ||
		memchr(digits.bytes, *at, (size_t) (at - digits.bytes)) != NULL;

	if (after != GROUP_DIGITS)
		return false;
	return repeated || (*at == '.' && digits.bytes[0] != '0' && at - digits.bytes <= GROUP_DIGITS);
}

/* Read figures with points and commas; false if there are too many. */
static bool
read_figures(CqString digits, CqDecimal *value)
{
	CqDecimal	unit = 0;		/* worth of the next digit behind the comma; 0: before it */

	*value = 0;
	for (const char *at = digits.bytes; at < digits.bytes + digits.len; at++)
	{
		if (*at == '.' || *at == ',')
		{
			if (unit == 0 && !sign_groups(digits, at))
				unit = CQ_DECIMAL_ONE;
			continue;
		}
		if (unit > 0)
			unit /= 10, *value += unit * (*at - '0');
		else
			*value = *value * 10 + (*at - '0') * CQ_DECIMAL_ONE;
		if (*value > DECIMAL_MOST)
			return false;
	}
	return true;
}

/* Take figures in hand; those of a group of thousands go on from what is there. */
static bool
take_figures(Reading *reading, CqString digits, bool goes_on)
{
	CqDecimal	value;

	if (!read_figures(digits, &value))
		return false;
	if (reading->in_hand && goes_on)
		reading->hand = reading->hand * 1000 + value;
	else
		reading->hand += value;
	reading->in_hand = true;
	return reading->hand <= DECIMAL_MOST;
}

/* Take a factor: "cent" keeps the product in hand, larger ones move it to the sum. */
static bool
take_factor(Reading *reading, CqDecimal factor)
{
	CqDecimal	base = reading->in_hand ? reading->hand : CQ_DECIMAL_ONE;

	if (base > DECIMAL_MOST / factor || reading->sum > DECIMAL_MOST)
		return false;
	reading->last = factor;
	reading->hand = base * factor;
	reading->in_hand = true;
	if (factor < 1000)
		return true;
	/* "mille milliards": a factor right behind another multiplies the sum. */
	if (base == CQ_DECIMAL_ONE && reading->sum > 0 && reading->hand > reading->sum)
		reading->hand = reading->sum <= DECIMAL_MOST / factor ? reading->sum * factor : 0, reading->sum = 0;
	reading->sum += reading->hand;
	reading->hand = 0;
	reading->in_hand = false;
	return true;
}

/* The factor in a cell: up to twelve zeros. */
static CqDecimal
cell_factor(CqString cell)
{
	CqDecimal	value = 0;

	for (uint32_t i = 0; i < cell.len && i < 18; i++)
		value = value * 10 + (cell.bytes[i] - '0');
	return value > 0 ? value : 1;
}

/* The sense of a magnitude that suits the text's country, for "M$" in Québec. */
static const CqSense *
magnitude_sense(const CqAnalysis *analysis, const CqUnit *unit)
{
	const CqSense *first = NULL;

	for (uint32_t i = 0; i < unit->sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[unit->senses + i];
		CqString	currency;

		if (sense->class != CQ_CLASS_MAGNITUDES)
			continue;
		currency = cq_sense_attribute(analysis->lexicon, sense, CQ_MAGNITUDES_CURRENCY);
		if (currency.len > 2 && analysis->country.len == 2 &&
			memcmp(currency.bytes, analysis->country.bytes, 2) == 0)
			return sense;		/* a currency's code begins with its country's */
		if (first == NULL)
			first = sense;
	}
	return first;
}

/* Take a word. */
static bool
take_word(const CqAnalysis *analysis, Reading *reading, const CqUnit *unit)
{
	const CqSense *sense = magnitude_sense(analysis, unit);
	CqString	kind;
	CqDecimal	value;

	if (sense != NULL)
	{
		CqString	currency = cq_sense_attribute(analysis->lexicon, sense, CQ_MAGNITUDES_CURRENCY);

		if (currency.len > 0)
			reading->number->currency = currency;
		return take_factor(reading, cell_factor(cq_sense_attribute(analysis->lexicon, sense, CQ_MAGNITUDES_FACTOR)));
	}
	sense = cq_unit_sense(analysis->lexicon, unit, CQ_CLASS_NUMBER_WORDS);
	if (sense == NULL)
		return true;
	kind = cq_sense_attribute(analysis->lexicon, sense, CQ_NUMBER_WORDS_KIND);
	value = cell_factor(cq_sense_attribute(analysis->lexicon, sense, CQ_NUMBER_WORDS_VALUE));
	if (cq_string_is(kind, "multiplier"))
		return take_factor(reading, value);
	if (cq_string_is(kind, "collective"))
	{
		reading->number->about = true;
		reading->hand = (reading->in_hand ? reading->hand : CQ_DECIMAL_ONE) * value;
	}
	else
		reading->hand += cq_cell_number(cq_sense_attribute(analysis->lexicon, sense, CQ_NUMBER_WORDS_VALUE)) *
			CQ_DECIMAL_ONE;
	reading->in_hand = true;
	return true;
}

bool
cq_number_read(const CqAnalysis *analysis, CqSpan tokens, CqNumber *number)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	Reading		reading = {.number = number, .last = 1};
	bool		figures = false;

	*number = (CqNumber) {0, false, CQ_NONE};
	for (uint32_t at = cq_unit_at(units, tokens.start); at < units->len && units->at[at].first < tokens.end; at++)
	{
		const CqUnit *unit = &units->at[at];
		CqString	fold = cq_token_fold(&analysis->text, &analysis->text.tokens.at[unit->first]);

		if (cq_shape_is_number(analysis->text.tokens.at[unit->first].shape))
		{
			if (!take_figures(&reading, fold, figures))
				return false;
			figures = true;
			continue;
		}
		figures = false;
		if (cq_string_is(fold, "demi") || cq_string_is(fold, "demie"))
			reading.sum += reading.last * CQ_DECIMAL_ONE / 2;
		else if (!take_word(analysis, &reading, unit))
			return false;
	}
	number->value = reading.sum + reading.hand;
	return (reading.in_hand || reading.sum > 0) && number->value <= DECIMAL_MOST;
}

int32_t
cq_number_small(const CqAnalysis *analysis, CqSpan tokens)
{
	CqNumber	number;

	if (tokens.end == tokens.start || !cq_number_read(analysis, tokens, &number) ||
		number.value > CQ_DECIMAL_ONE * 100000 || number.value % CQ_DECIMAL_ONE != 0)
		return -1;
	return (int32_t) (number.value / CQ_DECIMAL_ONE);
}

CqString
cq_decimal_write(CqArena *arena, CqDecimal value)
{
	char		digits[64];
	uint32_t	at = sizeof(digits);
	bool		minus = value < 0;
	bool		written = false;	/* zeros at the end of the decimals are left out */

	if (minus)
		value = -value;
	for (uint32_t i = 0; i <= DECIMALS_KEPT || value > 0; i++)
	{
		if (i == DECIMALS_KEPT && written)
			digits[--at] = '.';
		if (value % 10 != 0 || written || i >= DECIMALS_KEPT)
		{
			digits[--at] = (char) ('0' + (int) (value % 10));
			written = true;
		}
		value /= 10;
	}
	if (minus)
		digits[--at] = '-';
	return (CqString) {cq_arena_copy(arena, digits + at, sizeof(digits) - at), (uint32_t) sizeof(digits) - at};
}
