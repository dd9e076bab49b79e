CREATE FUNCTION communique.dateline(body text, published date DEFAULT NULL)
	RETURNS TABLE (place text, country text, agency text, date date)
	AS 'MODULE_PATHNAME', 'communique_dateline'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 1;

COMMENT ON FUNCTION communique.dateline(text, date) IS
'Where, by whom and when a communique was issued: one row or none. body: the text, in any form '
'it comes; NULL or empty gives no rows. published: the article''s date, from which relative '
'dates are counted; NULL or infinite: not known. place: canonical name. country: ISO 3166-1 '
'alpha-2. agency: the press agency. date: NULL if it is not given and cannot be told. Errors: '
'54000 for a text that is too long to be analysed, 0A000 in a database with the encoding '
'SQL_ASCII.';

