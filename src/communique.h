/*
 * communique.h: the door of the core.
 *
 * A host (PostgreSQL, the unit tests) makes one engine per process and hands it texts; each
 * analysis yields a report, which owns all it points to and lives until cq_report_free.
 *
 * Offsets in a report count characters (code points) of the body from 1, as SQL's substr does.
 * Strings are UTF-8, not ended by NUL; `bytes` is NULL where SQL shall say NULL. Strings belong
 * to the report, to the body handed in, or to the program's read-only data, so keep the body
 * alive as long as the report.
 */
#ifndef COMMUNIQUE_H
#define COMMUNIQUE_H

#include "base/host.h"
#include "base/span.h"
#include "base/status.h"

typedef struct CqEngine CqEngine;

/* Days since 1970-01-01; CQ_NO_DATE for none. */
typedef int32_t CqDay;
#define CQ_NO_DATE INT32_MIN

/* What the caller knows of the text beside the text. */
typedef struct CqContext
{
	CqDay		published;		/* the article's date, or CQ_NO_DATE */
	CqString	country;		/* ISO 3166-1 alpha-2 in capitals, or none */
} CqContext;

/* Where something is written. */
typedef struct CqPlaceInText
{
	uint32_t	start;			/* character, from 1 */
	uint32_t	length;			/* characters */
	CqString	surface;		/* the bytes there */
} CqPlaceInText;

/* A list of strings. */
typedef struct CqStrings
{
	CqString   *at;
	uint32_t	len;
} CqStrings;

typedef struct CqMentionRow
{
	CqPlaceInText where;
	CqString	kind;
	int32_t		entity;			/* number of the referent in this text, from 1; 0: none */
	CqString	canonical;
	CqString	rule;			/* name of the rule, or "lexicon" */
	float		confidence;
	CqStrings	beaten;			/* what lost its place to it: "rule: surface" */
} CqMentionRow;

typedef struct CqOfficialRow
{
	CqString	official;		/* none: an office without its holder */
	CqString	role;
	CqString	role_kind;
	CqString	institution;
	CqString	country;
	CqString	gender;			/* "m", "f" or none */
	int32_t		mentions;
	uint32_t	start;
	float		confidence;
} CqOfficialRow;

typedef struct CqInstitutionRow
{
	CqString	institution;
	CqString	kind;
	CqString	acronym;
	CqString	country;
	int32_t		mentions;
	uint32_t	start;
	float		confidence;
} CqInstitutionRow;

typedef struct CqThemeRow
{
	CqString	theme;
	CqString	label;
	CqString	iptc;
	float		score;
	CqStrings	evidence;
} CqThemeRow;

typedef struct CqPersonRow
{
	CqString	person;
	CqString	gender;
	int32_t		mentions;
	uint32_t	start;
	float		confidence;
} CqPersonRow;

typedef struct CqPlaceRow
{
	CqString	place;
	CqString	kind;
	CqString	country;
	int32_t		mentions;
	uint32_t	start;
} CqPlaceRow;

typedef struct CqDateRow
{
	CqPlaceInText where;
	CqDay		from;
	CqDay		to;
	CqString	timex;			/* TIMEX3 value, or none */
	bool		contradicted;	/* the weekday beside it does not fall on that day */
} CqDateRow;

typedef struct CqAcronymRow
{
	CqPlaceInText where;		/* the acronym, not its expansion */
	CqString	acronym;
	CqString	expansion;
} CqAcronymRow;

typedef struct CqDatelineRow
{
	CqString	place;
	CqString	country;
	CqString	agency;
	CqDay		date;
} CqDatelineRow;

typedef struct CqStatementRow
{
	CqString	speaker;
	CqString	speaker_kind;
	CqString	verb;			/* infinitive */
	CqString	act;
	CqString	quote;
	bool		direct;
	uint32_t	start;			/* of the quote, in characters */
	uint32_t	length;
	CqString	polarity;		/* "affirmed", "negated", "conditional" */
} CqStatementRow;

typedef struct CqEventRow
{
	CqString	event;
	CqString	cameo;
	CqStrings	actors;
	CqStrings	targets;
	CqStrings	others;
	CqString	place;
	CqDay		date;
	CqPlaceInText where;
	CqString	modality;		/* "held", "planned", "cancelled", "hypothetical", "denied" */
	CqString	outcome;
	CqString	purpose;
} CqEventRow;

typedef struct CqRelationRow
{
	CqString	subject;
	CqString	relation;
	CqString	object;
	uint32_t	start;
	uint32_t	length;
} CqRelationRow;

typedef struct CqAmountRow
{
	CqPlaceInText where;
	CqString	value;			/* decimal number, as SQL's numeric reads it */
	CqString	value_to;		/* upper end of a range, or none */
	CqString	unit;
	CqString	currency;		/* ISO 4217, or none */
	bool		percent;
	bool		approx;
} CqAmountRow;

/* All that was read in one text. Rows stand in the order of the text, themes by falling score. */
typedef struct CqReport
{
	CqMentionRow *mentions;
	uint32_t	mention_count;
	CqOfficialRow *officials;
	uint32_t	official_count;
	CqInstitutionRow *institutions;
	uint32_t	institution_count;
	CqThemeRow *themes;
	uint32_t	theme_count;
	CqPersonRow *people;
	uint32_t	person_count;
	CqPlaceRow *places;
	uint32_t	place_count;
	CqDateRow  *dates;
	uint32_t	date_count;
	CqAcronymRow *acronyms;
	uint32_t	acronym_count;
	CqDatelineRow *datelines;	/* one or none */
	uint32_t	dateline_count;
	CqStatementRow *statements;
	uint32_t	statement_count;
	CqEventRow *events;
	uint32_t	event_count;
	CqRelationRow *relations;
	uint32_t	relation_count;
	CqAmountRow *amounts;
	uint32_t	amount_count;
	CqString   *keys;			/* sorted, each once; see cq_analyse */
	uint32_t	key_count;
} CqReport;

/* Make an engine. It keeps little memory of its own: compiled rules, no copy of the lexicon. */
CqStatus	cq_engine_create(const CqHost *host, CqEngine **engine);
void		cq_engine_destroy(CqEngine *engine);

/*
 * Read `body` (valid UTF-8, of any content, up to 1 GiB). On CQ_OK `*report` is set; on any other
 * status it is NULL and nothing is left behind. An empty body yields a report without rows.
 *
 * Keys name what the text is about, for indexes: "official:abdelouafi-laftit", "institution:...",
 * "theme:migration", "place:rabat", "country:MA", "role:minister", "event:receive".
 */
CqStatus	cq_analyse(CqEngine *engine, CqString body, const CqContext *context, CqReport **report);
void		cq_report_free(CqReport *report);

/* Is this an ISO 3166-1 alpha-2 code that the lexicon knows, in capitals? */
bool		cq_country_is_known(const CqEngine *engine, CqString country);

/* Switch a shipped rule off or on by name; false if there is none of that name. */
bool		cq_rule_switch(CqEngine *engine, CqString name, bool on);

/* What the lexicon holds, entry by entry: false past the last. */
typedef struct CqLexiconRow
{
	CqString	class;
	CqString	form;
	CqString	canonical;
	CqString	attributes;		/* "column=value" pairs, tab between */
} CqLexiconRow;
bool		cq_lexicon_entry(const CqEngine *engine, uint32_t number, CqLexiconRow *row);

/* The closed list of themes, in the order of the lexicon: false past the last. */
bool		cq_theme_entry(const CqEngine *engine, uint32_t number, CqThemeRow *row);

/* The shipped rules: false past the last. */
bool		cq_rule_entry(const CqEngine *engine, uint32_t number, CqString *family, CqString *name);

#endif
