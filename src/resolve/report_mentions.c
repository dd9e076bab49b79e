/*
 * report_mentions.c: rows of mentions, each a settled stretch with its kind and referent.
 */
#include <stdlib.h>

#include "report.h"

#include "writing.h"

typedef CQ_LIST(CqMentionRow) Mentions;

/* How sure a mention of the lexicon alone, and of a rule, is; set by hand, only the order matters. */
#define CONFIDENCE_LEXICON 0.85f
#define CONFIDENCE_RULE 0.9f
#define CONFIDENCE_REFERENCE 0.75f

/* How users read a kind. */
static CqString
kind_name(CqMentionKind kind)
{
	static const char *const NAMES[] = {
#define CQ_KIND(symbol, name) name,
#include "../base/kinds.def"
	};

	return cq_string(NAMES[kind]);
}

/* How users read what made a mention. */
static CqString
rule_name(const CqAnalysis *analysis, uint16_t rule)
{
	if (rule == CQ_RULE_ACRONYM)
		return cq_string("acronym");
	if (rule == CQ_RULE_ECHO)
		return cq_string("echo");
	return cq_string(cq_rule_name(analysis->grammar, rule));
}

/* What lost its place to a chunk: "rule: surface". */
static CqStrings
beaten_by(CqAnalysis *analysis, const CqChunk *chunk)
{
	CQ_LIST(CqString) beaten = {0};

	for (uint32_t i = chunk->beaten; i != CQ_NOBODY; i = analysis->losses.at[i].next)
	{
		const CqLoss *loss = &analysis->losses.at[i];
		CqWriter	writer = {.analysis = analysis};

		cq_write_string(&writer, rule_name(analysis, loss->rule));
		cq_write_string(&writer, cq_string(": "));
		cq_write_string(&writer, cq_text_surface(&analysis->text, loss->tokens.start, loss->tokens.end - 1));
		*cq_list_add(analysis->arena, &beaten) = cq_writer_string(&writer);
	}
	return (CqStrings) {beaten.at, beaten.len};
}

/* Add a mention. */
static CqMentionRow *
add_mention(CqAnalysis *analysis, Mentions *rows, const CqChunk *chunk, CqSpan tokens, CqMentionKind kind)
{
	CqMentionRow *row = cq_list_add(analysis->arena, rows);

	row->where = cq_report_place(analysis, tokens);
	row->kind = kind_name(kind);
	row->rule = rule_name(analysis, chunk->rule);
	row->confidence = chunk->rule == CQ_RULE_LEXICON ? CONFIDENCE_LEXICON : CONFIDENCE_RULE;
	row->beaten = beaten_by(analysis, chunk);
	return row;
}

/* A name, with the civility that is kept with it: "M. Laftit", but not "MM.", "Dr" nor a rank. */
static CqSpan
name_tokens(const CqAnalysis *analysis, const CqChunk *chunk)
{
	CqSpan		civ = cq_chunk_slot(analysis, chunk, CQ_SLOT_CIV);
	CqSpan		name = cq_chunk_slot(analysis, chunk, CQ_SLOT_NAME);
	CqSpan		last = cq_chunk_slot(analysis, chunk, CQ_SLOT_LAST);
	const CqSense *sense = civ.end > civ.start ? cq_span_sense(analysis, civ, CQ_CLASS_CIVILITIES) : NULL;
	bool		single = sense != NULL && !cq_string_is(cq_sense_attribute(analysis->lexicon, sense, CQ_CIVILITIES_NUMBER), "pl");
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];

	if (name.end == name.start)
		return chunk->tokens;
	if (last.end > last.start && last.start < name.start)
		name.start = last.start;
	/* Titles between the civility and the name ("M. le Dr X") cut the mention short. */
	if (single && units->at[cq_unit_at(units, civ.start)].end == name.start)
		name.start = civ.start;
	return name;
}

/* The row of a name. */
static void
mention_name(CqAnalysis *analysis, Mentions *rows, const CqChunk *chunk)
{
	const CqPerson *person = &analysis->persons.at[chunk->referent];
	CqMentionRow *row = add_mention(analysis, rows, chunk, name_tokens(analysis, chunk),
									person->offices > 0 ? CQ_KIND_OFFICIAL : CQ_KIND_PERSON);

	row->entity = cq_entity_of_person(analysis, chunk->referent);
	row->canonical = person->name;
	row->confidence = person->confidence;
}

/* The row of an office: its person's, where it has or stands for one. */
static void
mention_office(CqAnalysis *analysis, Mentions *rows, const CqChunk *chunk)
{
	const CqOffice *office = &analysis->offices.at[chunk->referent];
	uint32_t	person = office->holder != CQ_NOBODY ? office->holder : office->reference ? office->referent : CQ_NOBODY;
	CqMentionRow *row = add_mention(analysis, rows, chunk, chunk->tokens, CQ_KIND_ROLE);

	row->canonical = person != CQ_NOBODY ? analysis->persons.at[person].name : office->role;
	row->entity = person != CQ_NOBODY ? cq_entity_of_person(analysis, person) : cq_entity_of_office(analysis, chunk->referent);
	row->confidence = office->holder != CQ_NOBODY ? office->confidence : CONFIDENCE_REFERENCE;
}

/* Is the chunk written as an acronym? */
static bool
chunk_is_acronym(const CqAnalysis *analysis, const CqChunk *chunk)
{
	const CqSense *sense = cq_span_sense(analysis, chunk->tokens, CQ_CLASS_INSTITUTIONS);

	if (chunk->rule == CQ_RULE_ACRONYM)
		return chunk->tokens.end - chunk->tokens.start == 1;
	return sense != NULL && sense->form == CQ_FORM_ACRONYM;
}

/* The row of an institution. */
static void
mention_body(CqAnalysis *analysis, Mentions *rows, const CqChunk *chunk)
{
	CqMentionRow *row = add_mention(analysis, rows, chunk, chunk->tokens,
									chunk_is_acronym(analysis, chunk) ? CQ_KIND_ACRONYM : CQ_KIND_INSTITUTION);

	row->canonical = analysis->bodies.at[chunk->referent].name;
	row->entity = cq_entity_of_body(analysis, chunk->referent);
	row->confidence = analysis->bodies.at[chunk->referent].confidence;
}

/* The row of any chunk; none for those that are no mentions. */
static void
mention_chunk(CqAnalysis *analysis, Mentions *rows, const CqChunk *chunk)
{
	bool		refers = chunk->referent != CQ_NOBODY;
	CqMentionRow *row;

	switch (chunk->kind)
	{
		case CQ_CHUNK_NAME:
			if (refers)
				mention_name(analysis, rows, chunk);
			break;
		case CQ_CHUNK_OFFICE:
			if (refers && chunk->parent == CQ_NOBODY)
				mention_office(analysis, rows, chunk);
			break;
		case CQ_CHUNK_INSTITUTION:
			if (refers)
				mention_body(analysis, rows, chunk);
			break;
		case CQ_CHUNK_NATIONALITY:
			if (!refers)
				break;
			row = add_mention(analysis, rows, chunk, chunk->tokens, CQ_KIND_NATIONALITY);
			row->canonical = cq_span_country(analysis, chunk->tokens);
			break;
		case CQ_CHUNK_PLACE:
			if (!refers)
				break;
			row = add_mention(analysis, rows, chunk, chunk->tokens, CQ_KIND_PLACE);
			row->canonical = analysis->places.at[chunk->referent].name;
			row->entity = cq_entity_of_place(analysis, chunk->referent);
			break;
		case CQ_CHUNK_DATE:
			if (!refers)
				break;
			row = add_mention(analysis, rows, chunk, chunk->tokens, CQ_KIND_DATE);
			row->canonical = analysis->dates.at[chunk->referent].timex;
			break;
		default:
			break;
	}
}

/* Rows of the terms that speak for the themes kept. */
static void
mention_terms(CqAnalysis *analysis, Mentions *rows)
{
	for (uint32_t i = 0; i < analysis->terms.len; i++)
	{
		const CqTermPlace *term = &analysis->terms.at[i];

		for (uint32_t j = 0; j < analysis->themes.len; j++)
		{
			CqMentionRow *row;

			if (analysis->themes.at[j].number != term->theme)
				continue;
			row = cq_list_add(analysis->arena, rows);
			row->where = cq_report_place(analysis, term->tokens);
			row->kind = kind_name(CQ_KIND_THEME);
			row->canonical = analysis->themes.at[j].theme;
			row->rule = cq_string("lexicon");
			row->confidence = analysis->themes.at[j].score;
		}
	}
}

/* In the order of the text, wider ones first. */
static int
compare_mentions(const void *a, const void *b)
{
	const CqMentionRow *left = a;
	const CqMentionRow *right = b;

	if (left->where.start != right->where.start)
		return left->where.start < right->where.start ? -1 : 1;
	if (left->where.length != right->where.length)
		return left->where.length > right->where.length ? -1 : 1;
	return strncmp(left->kind.bytes, right->kind.bytes, left->kind.len);
}

void
cq_report_mentions(CqAnalysis *analysis)
{
	Mentions	rows = {0};

	for (uint32_t i = 0; i < analysis->chunks.len; i++)
		mention_chunk(analysis, &rows, &analysis->chunks.at[i]);
	mention_terms(analysis, &rows);
	if (rows.len > 1)
		qsort(rows.at, rows.len, sizeof(CqMentionRow), compare_mentions);
	analysis->report->mentions = rows.at;
	analysis->report->mention_count = rows.len;
}
