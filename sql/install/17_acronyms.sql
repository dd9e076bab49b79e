CREATE FUNCTION communique.acronyms(body text)
	RETURNS TABLE (acronym text, expansion text, start int, length int)
	AS 'MODULE_PATHNAME', 'communique_acronyms'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 1;

COMMENT ON FUNCTION communique.acronyms(text) IS
'Short forms that a communique explains, in the order of the text. body: the text, in any form '
'it comes; NULL or empty gives no rows. acronym, expansion: as written. start, length: '
'characters, from 1, of the acronym. Errors: 54000 for a text that is too long to be analysed, '
'0A000 in a database with the encoding SQL_ASCII.';

