CREATE FUNCTION communique.officials(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (
		official text, role text, role_kind text, institution text, country text, gender text,
		mentions int, start int, confidence real)
	AS 'MODULE_PATHNAME', 'communique_officials'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 4;

COMMENT ON FUNCTION communique.officials(text, date, text) IS
'Who holds which office: one row per person and office, and one per office that is named '
'without its holder. body: the text, in any form it comes; NULL or empty gives no rows. '
'published: the article''s date, from which relative dates are counted; NULL or infinite: not '
'known. country: ISO 3166-1 alpha-2 code of the country that unqualified offices belong to; '
'NULL: read from the text. official: canonical name, NULL for an office without its holder. '
'role: the office in its base form. role_kind: one of the closed list. institution: the body it '
'belongs to, be it only implied. country: ISO 3166-1 alpha-2. gender: m, f or NULL. mentions: '
'how often. start: character, from 1, of the first mention. confidence: 0 to 1. Errors: 22023 '
'for an unknown country code, 54000 for a text that is too long to be analysed, 0A000 in a '
'database with the encoding SQL_ASCII.';

