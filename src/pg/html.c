/*
 * html.c: the article with its mentions marked up.
 *
 * Every character of the body is written, escaped where HTML asks for it; nothing but tags is
 * added, so that taking the tags away and reading the escapes yields the body again.
 *
 * Mentions nest ("ministre de l'Intérieur" holds "Intérieur"), and a term of a theme may cross
 * another mention's end. HTML wants marks nested, so of two that cross, the one that begins first
 * is marked and the other is not. Marks are opened in the order of the text, longer ones first,
 * and the open ones stand on a stack whose ends fall from the bottom to the top.
 *
 * An empty line ends a paragraph, any other line end is a <br>; inside a mark both are a <br>.
 */
#include "glue.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/builtins.h"

/* A mention to be marked, as bytes of the original. */
typedef struct Mark
{
	uint32		start;
	uint32		end;
	const CqMentionRow *mention;
} Mark;

typedef struct Article
{
	StringInfoData html;
	const CommuniqueReading *reading;
	CqOfficialRow *officials;	/* named ones, by name */
	uint32		official_count;
	uint32	   *open;			/* ends of the marks that are open, outermost first */
	uint32		open_count;
	uint32		at;				/* byte of the body reached */
} Article;

/* What HTML reads for a character that it gives a meaning; NULL for any other. */
static const char *
escape_of(char c)
{
	switch (c)
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return "&quot;";
		case '\'':
			return "&#39;";
		default:
			return NULL;
	}
}

/* Append a string, escaped. */
static void
append_escaped(StringInfo html, CqString string)
{
	uint32		written = 0;

	for (uint32 i = 0; i < string.len; i++)
	{
		const char *escape = escape_of(string.bytes[i]);

		if (escape == NULL)
			continue;
		appendBinaryStringInfo(html, string.bytes + written, i - written);
		appendStringInfoString(html, escape);
		written = i + 1;
	}
	appendBinaryStringInfo(html, string.bytes + written, string.len - written);
}

/* Append an attribute of a tag. */
static void
append_attribute(StringInfo html, const char *name, CqString value)
{
	appendStringInfo(html, " %s=\"", name);
	append_escaped(html, communique_encode(value));
	appendStringInfoChar(html, '"');
}

/* Order strings by bytes. */
static int
string_compare(CqString a, CqString b)
{
	int			order = memcmp(a.bytes, b.bytes, Min(a.len, b.len));

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Order officials by name, then as the text has them. */
static int
official_compare(const void *a, const void *b)
{
	const CqOfficialRow *left = a;
	const CqOfficialRow *right = b;
	int			order = string_compare(left->official, right->official);

	return order != 0 ? order : (left->start > right->start) - (left->start < right->start);
}

/* Gather the officials that have a name, in order. */
static void
article_read_officials(Article *article)
{
	const CqReport *report = article->reading->report;

	article->officials = palloc_array(CqOfficialRow, Max(report->official_count, 1));
	for (uint32 i = 0; i < report->official_count; i++)
	{
		if (report->officials[i].official.bytes != NULL)
			article->officials[article->official_count++] = report->officials[i];
	}
	qsort(article->officials, article->official_count, sizeof(CqOfficialRow), official_compare);
}

/* The first official of a name, or the place where it would stand. */
static uint32
find_official(const Article *article, CqString name)
{
	uint32		low = 0;
	uint32		high = article->official_count;

	while (low < high)
	{
		uint32		middle = low + (high - low) / 2;

		if (string_compare(article->officials[middle].official, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Append what a reader sees who points at the mark: the name, and the offices if it holds any. */
static void
append_title(Article *article, CqString canonical)
{
	StringInfo	html = &article->html;

	appendStringInfoString(html, " title=\"");
	append_escaped(html, communique_encode(canonical));
	for (uint32 i = find_official(article, canonical); i < article->official_count; i++)
	{
		if (!cq_string_equal(article->officials[i].official, canonical))
			break;
		if (article->officials[i].role.bytes == NULL)
			continue;
		appendStringInfoString(html, ", ");
		append_escaped(html, communique_encode(article->officials[i].role));
	}
	appendStringInfoChar(html, '"');
}

/* Open a mark. */
static void
article_open(Article *article, const Mark *mark)
{
	const CqMentionRow *mention = mark->mention;

	appendStringInfoString(&article->html, "<mark");
	append_attribute(&article->html, "class", mention->kind);
	if (mention->entity != 0)
		appendStringInfo(&article->html, " data-entity=\"%d\"", mention->entity);
	if (mention->canonical.bytes != NULL)
	{
		append_attribute(&article->html, "data-canonical", mention->canonical);
		append_title(article, mention->canonical);
	}
	appendStringInfoChar(&article->html, '>');
	article->open[article->open_count++] = mark->end;
}

/* The length of a line end, 0 if there is none. */
static uint32
newline_length(CqString body, uint32 at)
{
	if (at < body.len && body.bytes[at] == '\n')
		return 1;
	if (at < body.len && body.bytes[at] == '\r')
		return at + 1 < body.len && body.bytes[at + 1] == '\n' ? 2 : 1;
	return 0;
}

/* The end of a run of line ends and blanks that begins at `at`; counts the line ends. */
static uint32
newlines_end(CqString body, uint32 at, uint32 stop, int *lines)
{
	uint32		end = at;

	*lines = 0;
	while (at < stop)
	{
		uint32		len = newline_length(body, at);

		if (len == 0 && body.bytes[at] != ' ' && body.bytes[at] != '\t')
			break;
		*lines += len > 0;
		at += Max(len, 1);
		if (len > 0)
			end = Min(at, stop);
	}
	return end;
}

/* Write a run of line ends: the tags that stand for it, and the run itself. */
static void
article_break(Article *article, uint32 end, int lines)
{
	CqString	body = article->reading->body.original;
	CqString	run = {body.bytes + article->at, end - article->at};
	bool		paragraph = lines > 1 && article->open_count == 0 && end < body.len && article->at > 0;

	if (paragraph)
		appendStringInfoString(&article->html, "</p>");
	else if (end < body.len)
		appendStringInfoString(&article->html, lines > 1 ? "<br><br>" : "<br>");
	append_escaped(&article->html, run);
	if (paragraph)
		appendStringInfoString(&article->html, "<p>");
	article->at = end;
}

/* Write the body up to a byte. */
static void
article_write(Article *article, uint32 stop)
{
	CqString	body = article->reading->body.original;

	while (article->at < stop)
	{
		uint32		end = article->at;
		int			lines;

		while (end < stop && newline_length(body, end) == 0)
			end++;
		append_escaped(&article->html, (CqString) {body.bytes + article->at, end - article->at});
		article->at = end;
		if (end == stop)
			return;
		end = newlines_end(body, end, stop, &lines);
		article_break(article, end, lines);
	}
}

/* Close the marks that end at or before a byte, writing the body in between. */
static void
article_close_until(Article *article, uint32 byte)
{
	while (article->open_count > 0 && article->open[article->open_count - 1] <= byte)
	{
		article_write(article, article->open[article->open_count - 1]);
		appendStringInfoString(&article->html, "</mark>");
		article->open_count--;
	}
}

/* Order marks as they open: by start, longer ones first, then as the report has them. */
static int
mark_compare(const void *a, const void *b)
{
	const Mark *left = a;
	const Mark *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	if (left->end != right->end)
		return left->end > right->end ? -1 : 1;
	return left->mention < right->mention ? -1 : left->mention > right->mention;
}

/* The marks of all mentions, in the order in which they open. */
static Mark *
marks_of(const CommuniqueReading *reading)
{
	const CqReport *report = reading->report;
	Mark	   *marks = palloc_extended(sizeof(Mark) * ((Size) report->mention_count + 1),
										MCXT_ALLOC_HUGE);

	for (uint32 i = 0; i < report->mention_count; i++)
	{
		const CqPlaceInText *where = &report->mentions[i].where;
		CommuniqueSlice slice = communique_slice(&reading->body, where->start, where->length,
												 where->surface);

		marks[i].start = slice.bytes.bytes - reading->body.original.bytes;
		marks[i].end = marks[i].start + slice.bytes.len;
		marks[i].mention = &report->mentions[i];
	}
	qsort(marks, report->mention_count, sizeof(Mark), mark_compare);
	return marks;
}

/* Write the whole body with its marks. */
static void
article_write_all(Article *article)
{
	uint32		count = article->reading->report->mention_count;
	Mark	   *marks = marks_of(article->reading);

	article->open = palloc_extended(sizeof(uint32) * ((Size) count + 1), MCXT_ALLOC_HUGE);
	appendStringInfoString(&article->html, "<p>");
	for (uint32 i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		article_close_until(article, marks[i].start);
		if (article->open_count > 0 && article->open[article->open_count - 1] < marks[i].end)
			continue;
		article_write(article, marks[i].start);
		article_open(article, &marks[i]);
	}
	article_close_until(article, article->reading->body.original.len);
	article_write(article, article->reading->body.original.len);
	appendStringInfoString(&article->html, "</p>");
}

PG_FUNCTION_INFO_V1(communique_html);

/* communique.html: the article with its mentions marked up. */
Datum
communique_html(PG_FUNCTION_ARGS)
{
	Article		article = {.reading = communique_call(fcinfo, COMMUNIQUE_USER)};

	if (article.reading == NULL)
		PG_RETURN_NULL();
	initStringInfo(&article.html);
	if (article.reading->body.original.len > 0)
	{
		article_read_officials(&article);
		article_write_all(&article);
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(article.html.data, article.html.len));
}
