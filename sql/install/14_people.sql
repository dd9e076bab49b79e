CREATE FUNCTION communique.people(body text)
	RETURNS TABLE (person text, gender text, mentions int, start int, confidence real)
	AS 'MODULE_PATHNAME', 'communique_people'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 2;

COMMENT ON FUNCTION communique.people(text) IS
'Named persons who hold no office. body: the text, in any form it comes; NULL or empty gives no '
'rows. person: canonical name. gender: m, f or NULL. mentions: how often. start: character, '
'from 1, of the first mention. confidence: 0 to 1. Errors: 54000 for a text that is too long to '
'be analysed, 0A000 in a database with the encoding SQL_ASCII.';

