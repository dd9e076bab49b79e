/* expression.c: from the template of a rule to the expression that PCRE2 compiles. */
#include "expression.h"
#include "notation.h"

/* Most units one range takes: "\x{hhhh}-\x{hhhh}". */
#define RANGE_UNITS_MAX 17

/* Calls `use` for each piece of the template: a plain byte, or the number of a test. */
typedef void (*PieceUse) (void *self, int32_t test, char byte);

static void
each_piece(const CqRuleTables *rule, PieceUse use, void *self)
{
	const unsigned char *template = (const unsigned char *) rule->template;

	for (uint32_t i = 0; i < rule->template_len; i++)
	{
		if (template[i] == CQ_TEMPLATE_TEST)
		{
			use(self, template[i + 1] | template[i + 2] << 8, 0);
			i += 2;
		}
		else
			use(self, -1, (char) template[i]);
	}
}

typedef struct Writer
{
	const CqFamilyTables *family;
	uint16_t   *out;			/* NULL: only measure */
	uint32_t	len;
} Writer;

/* Write one unit. */
static void
write_unit(Writer *writer, uint16_t unit)
{
	if (writer->out != NULL)
		writer->out[writer->len] = unit;
	writer->len++;
}

/* Write a symbol so that it means itself. */
static void
write_symbol(Writer *writer, uint16_t symbol)
{
	static const char DIGITS[] = "0123456789abcdef";

	write_unit(writer, '\\');
	write_unit(writer, 'x');
	write_unit(writer, '{');
	for (int shift = 12; shift >= 0; shift -= 4)
		write_unit(writer, (uint16_t) DIGITS[(symbol >> shift) & 15]);
	write_unit(writer, '}');
}

/* Write a test as a set of symbols, or a plain byte. An empty set is symbol 0: it never matches. */
static void
write_piece(void *self, int32_t test, char byte)
{
	Writer	   *writer = self;
	uint32_t	first;
	uint32_t	end;

	if (test < 0)
	{
		write_unit(writer, (uint16_t) byte);
		return;
	}
	first = writer->family->tests[test];
	end = writer->family->tests[test + 1];
	if (first == end)
	{
		/* Symbol 0 is never in a text. */
		write_symbol(writer, 0);
		return;
	}
	write_unit(writer, '[');
	for (uint32_t i = first; i < end; i++)
	{
		write_symbol(writer, writer->family->ranges[2 * i]);
		if (writer->family->ranges[2 * i + 1] > writer->family->ranges[2 * i])
		{
			write_unit(writer, '-');
			write_symbol(writer, writer->family->ranges[2 * i + 1]);
		}
	}
	write_unit(writer, ']');
}

uint32_t
cq_expression_write(const CqFamilyTables *family, const CqRuleTables *rule, uint16_t *out)
{
	Writer		writer = {family, out, 0};

	each_piece(rule, write_piece, &writer);
	return writer.len;
}

uint32_t
cq_expression_room(const CqFamilyTables *family, const CqRuleTables *rule)
{
	return cq_expression_write(family, rule, NULL) + RANGE_UNITS_MAX;
}
