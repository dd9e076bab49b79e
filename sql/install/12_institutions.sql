CREATE FUNCTION communique.institutions(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (
		institution text, kind text, acronym text, country text, mentions int, start int,
		confidence real)
	AS 'MODULE_PATHNAME', 'communique_institutions'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 6;

COMMENT ON FUNCTION communique.institutions(text, date, text) IS
'Bodies that a communique names, nested ones too. body: the text, in any form it comes; NULL or '
'empty gives no rows. published: the article''s date, from which relative dates are counted; '
'NULL or infinite: not known. country: ISO 3166-1 alpha-2 code of the country that unqualified '
'offices belong to; NULL: read from the text. institution: canonical name. kind: one of the '
'closed list. acronym: NULL if none is known. country: ISO 3166-1 alpha-2, or INT, EU ... for '
'bodies of several. mentions: how often. start: character, from 1, of the first mention. '
'confidence: 0 to 1. Errors: 22023 for an unknown country code, 54000 for a text that is too '
'long to be analysed, 0A000 in a database with the encoding SQL_ASCII.';

