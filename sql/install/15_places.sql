CREATE FUNCTION communique.places(body text)
	RETURNS TABLE (place text, kind text, country text, mentions int, start int)
	AS 'MODULE_PATHNAME', 'communique_places'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 5;

COMMENT ON FUNCTION communique.places(text) IS
'Geographic names that a communique uses as such. body: the text, in any form it comes; NULL or '
'empty gives no rows. place: canonical name. kind: country, region, city ... country: ISO '
'3166-1 alpha-2. mentions: how often. start: character, from 1, of the first mention. Errors: '
'54000 for a text that is too long to be analysed, 0A000 in a database with the encoding '
'SQL_ASCII.';

