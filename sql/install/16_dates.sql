CREATE FUNCTION communique.dates(body text, published date DEFAULT NULL)
	RETURNS TABLE (surface text, start int, length int, date_from date, date_to date, timex text)
	AS 'MODULE_PATHNAME', 'communique_dates'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 3;

COMMENT ON FUNCTION communique.dates(text, date) IS
'Days and periods that a communique speaks of, in the order of the text. body: the text, in any '
'form it comes; NULL or empty gives no rows. published: the article''s date, from which '
'relative dates are counted; NULL or infinite: not known. start, length: characters, from 1. '
'date_from, date_to: first and last day, NULL if they cannot be told. timex: TIMEX3 value, or '
'NULL. Errors: 54000 for a text that is too long to be analysed, 0A000 in a database with the '
'encoding SQL_ASCII.';

