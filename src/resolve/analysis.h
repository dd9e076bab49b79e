/*
 * analysis.h: what the resolve room knows of a text while it works.
 *
 * The text is read in rounds. In each, rules find candidates over units; settling keeps those that
 * stand, as chunks; then chunks stand as single units in the next round:
 *
 *		words		names, institutions, places, dates, amounts, quotations
 *		phrases		offices with their complements
 *		mentions	who holds which office: persons with the offices beside them
 *		clauses		who said and did what
 *
 * Spans of chunks count tokens, which never change; spans of candidates count units of their round.
 */
#ifndef CQ_ANALYSIS_H
#define CQ_ANALYSIS_H

#include "../communique.h"
#include "../grammar/grammar.h"
#include "keys.h"

/* "None" for indexes into the lists below. */
#define CQ_NOBODY UINT32_MAX

typedef enum CqChunkKind
{
#define CQ_CHUNK(symbol, name) CQ_CHUNK_##symbol,
#include "../base/kinds.def"
	CQ_CHUNK_COUNT
} CqChunkKind;

typedef enum CqMentionKind
{
#define CQ_KIND(symbol, name) CQ_KIND_##symbol,
#include "../base/kinds.def"
	CQ_KIND_COUNT
} CqMentionKind;

/* A settled stretch of the text. */
typedef struct CqChunk
{
	CqSpan		tokens;
	uint8_t		kind;			/* a CqChunkKind */
	uint8_t		gender;			/* a CqGender */
	bool		plural;
	uint8_t		round;			/* where its candidate was found */
	uint16_t	rule;			/* rule that found it, or CQ_RULE_LEXICON */
	uint32_t	candidate;		/* in `found`, of its round; UINT32_MAX if the lexicon alone made it */
	uint32_t	parent;			/* chunk around it, or CQ_NOBODY */
	uint32_t	referent;		/* index of its person, office, body ... by kind, or CQ_NOBODY;
								 * of a nationality 0 if it counts */
	uint32_t	beaten;			/* first candidate that lost to it, in `losses`; CQ_NOBODY */
} CqChunk;

#define CQ_RULE_LEXICON UINT16_MAX
#define CQ_RULE_ACRONYM (UINT16_MAX - 1)	/* the text explains it: acronyms.c */
#define CQ_RULE_ECHO (UINT16_MAX - 2)	/* names a person found elsewhere in the text */

/* A candidate that lost its place, for explain. */
typedef struct CqLoss
{
	uint32_t	candidate;
	CqSpan		tokens;
	uint16_t	rule;
	uint32_t	next;
} CqLoss;

/* A person, however often named. */
typedef struct CqPerson
{
	CqString	name;			/* canonical */
	CqString	key;			/* folded words of the fullest name, blanks between */
	uint32_t	family;			/* where in `key` the family name begins */
	uint8_t		gender;
	uint32_t	first;			/* its first chunk */
	uint32_t	last;			/* its latest chunk so far, plus one */
	uint32_t	offices;		/* how many it holds */
	float		confidence;
} CqPerson;

/* An office named in the text, with or without its holder. */
typedef struct CqOffice
{
	uint32_t	chunk;
	uint32_t	at;				/* token where it is given: its own, or that of a counterpart's name */
	const CqSense *head;		/* entry of offices.tsv */
	CqString	role;			/* base form */
	CqString	kind;
	CqString	institution;	/* or none */
	CqString	country;		/* or none */
	bool		country_told;	/* by its own words, even if it is none */
	CqString	nationality;	/* country of an adjective of nationality inside, or none */
	CqSpan		complement;		/* tokens of what follows the head, its preposition included */
	uint32_t	body;			/* institution named in the complement, or CQ_NOBODY */
	uint8_t		gender;
	bool		plural;
	bool		definite;		/* "le ministre", not "un ministre" */
	bool		former;
	uint32_t	holder;			/* person, or CQ_NOBODY */
	bool		reference;		/* stands for somebody named elsewhere: */
	uint32_t	referent;		/* this person */
	float		confidence;
} CqOffice;

/* An institution, however often named. */
typedef struct CqBody
{
	CqString	name;			/* canonical */
	CqString	key;			/* folded */
	CqString	acronym;
	CqString	kind;
	CqString	country;		/* or none */
	uint32_t	first;			/* its first chunk */
	uint32_t	mentions;
	CqSpan		fullest;		/* the longest stretch that names it, in tokens */
	bool		listed;			/* an entry of the lexicon */
	bool		counted;		/* named as a body: has a row of its own */
	float		confidence;
} CqBody;

/* An acronym that the text expands. */
typedef struct CqAcronym
{
	CqSpan		acronym;		/* tokens */
	CqSpan		expansion;
	uint32_t	key;			/* number of its short form, shared by translations */
	bool		names_body;		/* the long form is an institution */
	uint32_t	body;
} CqAcronym;

/* A place, however often named. */
typedef struct CqPlace
{
	CqString	name;			/* canonical */
	CqString	kind;
	CqString	country;		/* or none */
	uint32_t	first;			/* its first chunk */
	uint32_t	mentions;
} CqPlace;

/* Days that a stretch speaks of; the referent of its chunk. */
typedef struct CqDate
{
	CqSpan		tokens;
	CqDay		from;			/* CQ_NO_DATE: the text does not tell */
	CqDay		to;
	CqString	timex;
	bool		contradicted;	/* its weekday does not fall on that day */
} CqDate;

/* Where the dateline stands: tokens, empty where it has no such part. */
typedef struct CqDatelineSpans
{
	CqSpan		place;
	CqSpan		date;
	CqSpan		agency;
} CqDatelineSpans;

/* A decimal number in billionths, so that sums and products of what texts write are exact. */
typedef __int128 CqDecimal;
#define CQ_DECIMAL_ONE ((CqDecimal) 1000000000)

/* So much of something. */
typedef struct CqAmount
{
	CqSpan		tokens;
	CqDecimal	value;
	CqDecimal	value_to;		/* upper end, where `ranges` */
	CqString	unit;
	CqString	currency;		/* ISO 4217 */
	bool		ranges;
	bool		percent;
	bool		approx;
} CqAmount;

/* Who can act or speak in a sentence, with what stands beside the name. */
typedef enum CqActorKind
{
	CQ_ACTOR_PERSON,			/* `referent` is a person */
	CQ_ACTOR_OFFICE,			/* an office whose holder nobody names; `referent` is an office */
	CQ_ACTOR_BODY,				/* `referent` is a body */
	CQ_ACTOR_GROUP,				/* "les deux ministres": `referent` is a group */
	CQ_ACTOR_COUNTRY			/* `referent` is the place chunk */
} CqActorKind;

typedef struct CqActor
{
	CqSpan		tokens;			/* article and civility included */
	uint8_t		kind;			/* a CqActorKind */
	uint8_t		gender;
	bool		plural;
	uint32_t	referent;
} CqActor;

/* A stretch between quotation marks. */
typedef struct CqQuote
{
	CqSpan		tokens;			/* marks included */
	bool		open_end;		/* never closed: ends with its paragraph */
} CqQuote;

/* How much speaks for a theme. */
typedef struct CqThemeSum
{
	CqString	theme;
	uint32_t	number;			/* in the order of the text */
	float		sum;
	float		score;			/* 0 to 1 */
	CqStrings	evidence;
} CqThemeSum;

/* Where a term that speaks for a theme first stands. */
typedef struct CqTermPlace
{
	CqSpan		tokens;
	uint32_t	theme;			/* CqThemeSum.number */
} CqTermPlace;

typedef struct CqAnalysis
{
	CqArena    *arena;
	const CqLexicon *lexicon;
	CqGrammar  *grammar;
	const CqContext *context;
	CqText		text;
	CqUnits		units[CQ_ROUND_COUNT];
	CqCandidates found[CQ_ROUND_COUNT];
	CQ_LIST(CqChunk) chunks;
	CQ_LIST(CqLoss) losses;
	CQ_LIST(CqPerson) persons;
	CQ_LIST(CqOffice) offices;
	CQ_LIST(uint32_t) held;		/* offices with a holder, in the order of the text */
	CQ_LIST(CqBody) bodies;
	CqKeys		body_keys;		/* of `bodies` */
	CQ_LIST(CqAcronym) acronyms;
	CqKeys		pair_keys;		/* of `acronyms` */
	CqKeys		acronym_keys;	/* short forms */
	CQ_LIST(uint32_t) acronym_firsts;	/* first pair of each short form */
	CQ_LIST(CqPlace) places;
	CqKeys		place_keys;		/* of `places` */
	CQ_LIST(CqDate) dates;
	CQ_LIST(CqAmount) amounts;
	CQ_LIST(CqActor) actors;	/* in the order of the text; an m.actor unit's `senses` is its index */
	CQ_LIST(CqQuote) quotes;	/* outermost ones; an m.quote unit's `senses` is its index */
	CQ_LIST(CqThemeSum) themes; /* kept, best first */
	CQ_LIST(CqTermPlace) terms; /* of all themes, kept or not */
	CqString	country;		/* of the text: given, else of its dateline, else guessed */
	CqDatelineRow dateline;
	CqDatelineSpans dateline_spans;
	bool		has_dateline;
	CqReport   *report;
} CqAnalysis;

/* ---- settle.c */

/* Keep what stands of the candidates of a round, as chunks. */
void		cq_settle(CqAnalysis *analysis, CqRound round);

/* Put the chunks in the order of the text and find each one's parent; indexes change. */
void		cq_chunks_order(CqAnalysis *analysis);

/* Make the units of the next round: those of `round`, with its chunks standing as one each. */
void		cq_collapse(CqAnalysis *analysis, CqRound round);

/* ---- one function per part of the report, called in this order by analyse.c */
void		cq_resolve_dateline(CqAnalysis *analysis);	/* datelines.c */
void		cq_resolve_context(CqAnalysis *analysis);	/* context.c */
void		cq_resolve_acronyms(CqAnalysis *analysis);	/* acronyms.c */
void		cq_resolve_dates(CqAnalysis *analysis);		/* dates.c */
void		cq_resolve_amounts(CqAnalysis *analysis);	/* amounts.c */
void		cq_resolve_persons(CqAnalysis *analysis);	/* persons.c */
void		cq_resolve_bodies(CqAnalysis *analysis);	/* bodies.c */
void		cq_resolve_offices(CqAnalysis *analysis);	/* offices.c */
void		cq_resolve_officials(CqAnalysis *analysis); /* officials.c */
void		cq_resolve_places(CqAnalysis *analysis);	/* places.c */
void		cq_resolve_belonging(CqAnalysis *analysis); /* belonging.c */
void		cq_resolve_references(CqAnalysis *analysis);	/* references.c */
void		cq_resolve_quotes(CqAnalysis *analysis);	/* quotes.c */
void		cq_resolve_actors(CqAnalysis *analysis);	/* actors.c */
void		cq_resolve_themes(CqAnalysis *analysis);	/* themes.c */

/* ---- report_bodies.c: rows of these, put into the report */
void		cq_report_institutions(CqAnalysis *analysis);
void		cq_report_acronyms(CqAnalysis *analysis);
void		cq_report_places(CqAnalysis *analysis);

/* ---- report.c */
void		cq_report_fill(CqAnalysis *analysis);

#endif
