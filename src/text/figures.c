/*
 * figures.c: what a row of digits may be, before anyone asks what stands around it.
 */
#include "text.h"

/* Is it "13.12.2024": day, month and year with points between? */
static bool
digits_are_date(CqString digits)
{
	const char *at = digits.bytes;
	const char *end = at + digits.len;
	uint32_t	parts[3] = {0, 0, 0};
	uint32_t	part = 0;

	if (digits.len < 8 || digits.len > 10 || end[-5] != '.')
		return false;
	for (; at < end; at++)
	{
		if (*at == '.' && ++part > 2)
			return false;
		if (*at == ',')
			return false;
		if (*at != '.')
			parts[part] = parts[part] * 10 + (uint32_t) (*at - '0');
	}
	return part == 2 && parts[0] >= 1 && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 12 &&
		parts[2] >= 1800 && parts[2] < 2200;
}

uint8_t
cq_figures_shape(CqString digits, bool separated)
{
	uint32_t	value = 0;

	if (separated)
		return digits_are_date(digits) ? CQ_SHAPE_N_DATE : CQ_SHAPE_N_DECIMAL;
	for (uint32_t i = 0; i < digits.len && i < 6; i++)
		value = value * 10 + (uint32_t) (digits.bytes[i] - '0');
	if (digits.len == 3)
		return CQ_SHAPE_N_TRIPLE;
	if (digits.len <= 2 && value >= 1 && value <= 31)
		return value <= 12 ? CQ_SHAPE_N_MONTH : CQ_SHAPE_N_DAY;
	if (digits.len == 4 && value >= 1800 && value < 2200)
		return CQ_SHAPE_N_YEAR;
	return CQ_SHAPE_N_OTHER;
}
