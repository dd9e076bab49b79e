/*
 * analyse.c: prints how a text is read, without PostgreSQL.
 *
 * usage: analyse [--published YYYY-MM-DD] [--country XX] [--without RULE] FILE ...
 *
 * One line of JSON per file, with the keys of communique.analyze. Options hold for the files
 * that follow them; "-" as country is none.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "communique.h"

static void *
allocate(void *self, size_t size)
{
	(void) self;
	return malloc(size);
}

static void
release(void *self, void *block)
{
	(void) self;
	free(block);
}


/* Print a string of JSON. */
static void
print_string(CqString string)
{
	if (string.bytes == NULL)
	{
		fputs("null", stdout);
		return;
	}
	putchar('"');
	for (uint32_t i = 0; i < string.len; i++)
	{
		unsigned char c = (unsigned char) string.bytes[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 32)
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

/* Print one field of an object. */
static void
field(const char *name, CqString value)
{
	printf("\"%s\":", name);
	print_string(value);
	putchar(',');
}

/* Print a date; the epoch is day 0. */
static void
field_day(const char *name, CqDay day)
{
	time_t		seconds = (time_t) day * 86400;
	struct tm	parts;
	char		text[32];

	if (day == CQ_NO_DATE)
	{
		field(name, CQ_NONE);
		return;
	}
	gmtime_r(&seconds, &parts);
	strftime(text, sizeof(text), "%Y-%m-%d", &parts);
	field(name, cq_string(text));
}

/* Print a list of strings. */
static void
field_list(const char *name, CqStrings list)
{
	printf("\"%s\":[", name);
	for (uint32_t i = 0; i < list.len; i++)
	{
		if (i > 0)
			putchar(',');
		print_string(list.at[i]);
	}
	fputs("],", stdout);
}

/* Print where something stands. */
static void
field_place(CqPlaceInText where)
{
	printf("\"start\":%u,\"length\":%u,", where.start, where.length);
	field("surface", where.surface);
}

#define OPEN(name) printf("\"%s\":[", name)
#define EACH(count) for (uint32_t i = 0; i < (count); i++)
#define BEGIN fputs(i > 0 ? ",{" : "{", stdout)
#define END fputs("\"\":0}", stdout)
#define CLOSE fputs("],", stdout)

/* Print mentions, persons and what they hold. */
static void
print_entities(const CqReport *report)
{
	OPEN("mentions");
	EACH(report->mention_count)
	{
		const CqMentionRow *row = &report->mentions[i];

		BEGIN;
		field_place(row->where);
		field("kind", row->kind);
		field("canonical", row->canonical);
		field("rule", row->rule);
		printf("\"entity\":%d,", row->entity);
		END;
	}
	CLOSE;
	OPEN("officials");
	EACH(report->official_count)
	{
		const CqOfficialRow *row = &report->officials[i];

		BEGIN;
		field("official", row->official);
		field("role", row->role);
		field("role_kind", row->role_kind);
		field("institution", row->institution);
		field("country", row->country);
		field("gender", row->gender);
		END;
	}
	CLOSE;
	OPEN("institutions");
	EACH(report->institution_count)
	{
		const CqInstitutionRow *row = &report->institutions[i];

		BEGIN;
		field("institution", row->institution);
		field("kind", row->kind);
		field("acronym", row->acronym);
		field("country", row->country);
		END;
	}
	CLOSE;
	OPEN("people");
	EACH(report->person_count)
	{
		BEGIN;
		field("person", report->people[i].person);
		field("gender", report->people[i].gender);
		END;
	}
	CLOSE;
}

/* Print themes, places, dates, acronyms and the dateline. */
static void
print_circumstances(const CqReport *report)
{
	OPEN("themes");
	EACH(report->theme_count)
	{
		BEGIN;
		field("theme", report->themes[i].theme);
		printf("\"score\":%.4f,", (double) report->themes[i].score);
		field_list("evidence", report->themes[i].evidence);
		END;
	}
	CLOSE;
	OPEN("places");
	EACH(report->place_count)
	{
		BEGIN;
		field("place", report->places[i].place);
		field("kind", report->places[i].kind);
		field("country", report->places[i].country);
		END;
	}
	CLOSE;
	OPEN("dates");
	EACH(report->date_count)
	{
		BEGIN;
		field_place(report->dates[i].where);
		field_day("date_from", report->dates[i].from);
		field_day("date_to", report->dates[i].to);
		field("timex", report->dates[i].timex);
		printf("\"contradicted\":%s,", report->dates[i].contradicted ? "true" : "false");
		END;
	}
	CLOSE;
	OPEN("acronyms");
	EACH(report->acronym_count)
	{
		BEGIN;
		field("acronym", report->acronyms[i].acronym);
		field("expansion", report->acronyms[i].expansion);
		field_place(report->acronyms[i].where);
		END;
	}
	CLOSE;
	OPEN("dateline");
	EACH(report->dateline_count)
	{
		BEGIN;
		field("place", report->datelines[i].place);
		field("country", report->datelines[i].country);
		field("agency", report->datelines[i].agency);
		field_day("date", report->datelines[i].date);
		END;
	}
	CLOSE;
}

/* Print statements, events and amounts. */
static void
print_clauses(const CqReport *report)
{
	OPEN("statements");
	EACH(report->statement_count)
	{
		const CqStatementRow *row = &report->statements[i];

		BEGIN;
		field("speaker", row->speaker);
		field("speaker_kind", row->speaker_kind);
		field("verb", row->verb);
		field("act", row->act);
		field("quote", row->quote);
		printf("\"direct\":%s,", row->direct ? "true" : "false");
		field("polarity", row->polarity);
		END;
	}
	CLOSE;
	OPEN("events");
	EACH(report->event_count)
	{
		const CqEventRow *row = &report->events[i];

		BEGIN;
		field("event", row->event);
		field("cameo", row->cameo);
		field_list("actors", row->actors);
		field_list("targets", row->targets);
		field_list("others", row->others);
		field("place", row->place);
		field_day("date", row->date);
		field_place(row->where);
		field("modality", row->modality);
		field("outcome", row->outcome);
		field("purpose", row->purpose);
		END;
	}
	CLOSE;
	OPEN("relations");
	EACH(report->relation_count)
	{
		const CqRelationRow *row = &report->relations[i];

		BEGIN;
		field("subject", row->subject);
		field("relation", row->relation);
		field("object", row->object);
		END;
	}
	CLOSE;
	OPEN("amounts");
	EACH(report->amount_count)
	{
		const CqAmountRow *row = &report->amounts[i];

		BEGIN;
		field_place(row->where);
		field("value", row->value);
		field("value_to", row->value_to);
		field("unit", row->unit);
		field("currency", row->currency);
		printf("\"percent\":%s,\"approx\":%s,", row->percent ? "true" : "false", row->approx ? "true" : "false");
		END;
	}
	CLOSE;
}

/* Print the report as one line of JSON. */
static void
print_report(const CqReport *report)
{
	putchar('{');
	print_entities(report);
	print_circumstances(report);
	print_clauses(report);
	puts("\"\":0}");
}

/* Read a whole file. */
static CqString
read_file(const char *path)
{
	FILE	   *in = fopen(path, "rb");
	char	   *bytes;
	long		size;

	if (in == NULL || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0)
	{
		perror(path);
		exit(1);
	}
	rewind(in);
	bytes = malloc((size_t) size + 1);
	if (fread(bytes, 1, (size_t) size, in) != (size_t) size)
		exit(1);
	fclose(in);
	return (CqString) {bytes, (uint32_t) size};
}

/* Days since 1970-01-01 of "YYYY-MM-DD". */
static CqDay
read_day(const char *text)
{
	struct tm	parts = {0};

	if (strptime(text, "%Y-%m-%d", &parts) == NULL)
		return CQ_NO_DATE;
	return (CqDay) (timegm(&parts) / 86400);
}

int
main(int argc, char **argv)
{
	CqHost		host = {NULL, allocate, release, NULL};
	CqContext	context = {CQ_NO_DATE, CQ_NONE};
	CqEngine   *engine;

	if (cq_engine_create(&host, &engine) != CQ_OK)
		return 1;
	for (int i = 1; i < argc; i++)
	{
		CqReport   *report;
		CqString	body;

		if (strcmp(argv[i], "--country") == 0)
			context.country = strcmp(argv[++i], "-") == 0 ? CQ_NONE : cq_string(argv[i]);
		else if (strcmp(argv[i], "--published") == 0)
			context.published = read_day(argv[++i]);
		else if (strcmp(argv[i], "--without") == 0)
			cq_rule_switch(engine, cq_string(argv[++i]), false);
		else
		{
			body = read_file(argv[i]);
			if (cq_analyse(engine, body, &context, &report) != CQ_OK)
				return 1;
			print_report(report);
			cq_report_free(report);
			free((char *) body.bytes);
		}
	}
	cq_engine_destroy(engine);
	return 0;
}
