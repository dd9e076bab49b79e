/*
 * expression.h: from the template of a rule to the expression that PCRE2 compiles.
 */
#ifndef CQ_EXPRESSION_H
#define CQ_EXPRESSION_H

#include "grammar_tables.h"

/*
 * Write a rule's expression: its template with every test as a set of symbols. Yields the number
 * of 16-bit units; `out` has room for cq_expression_room of them.
 */
uint32_t	cq_expression_write(const CqFamilyTables *family, const CqRuleTables *rule, uint16_t *out);
uint32_t	cq_expression_room(const CqFamilyTables *family, const CqRuleTables *rule);

#endif
