CREATE FUNCTION communique.relations(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (subject text, relation text, object text, start int, length int)
	AS 'MODULE_PATHNAME', 'communique_relations'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 5;

COMMENT ON FUNCTION communique.relations(text, date, text) IS
'Who holds, heads, accompanies or speaks for what or whom, in the order of the text. body: the '
'text, in any form it comes; NULL or empty gives no rows. published: the article''s date, from '
'which relative dates are counted; NULL or infinite: not known. country: ISO 3166-1 alpha-2 '
'code of the country that unqualified offices belong to; NULL: read from the text. subject, '
'object: canonical names. relation: holds_office, accompanies, heads, part_of or '
'spokesperson_of. start, length: characters, from 1, of the stretch that says so. Errors: 22023 '
'for an unknown country code, 54000 for a text that is too long to be analysed, 0A000 in a '
'database with the encoding SQL_ASCII.';

