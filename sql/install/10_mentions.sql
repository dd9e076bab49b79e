CREATE FUNCTION communique.mentions(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (
		start int, length int, surface text, kind text, entity int, canonical text, rule text,
		confidence real)
	AS 'MODULE_PATHNAME', 'communique_mentions'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 40;

COMMENT ON FUNCTION communique.mentions(text, date, text) IS
'Every settled span of a communique, in the order of the text, nested ones included. body: the '
'text, in any form it comes; NULL or empty gives no rows. published: the article''s date, from '
'which relative dates are counted; NULL or infinite: not known. country: ISO 3166-1 alpha-2 '
'code of the country that unqualified offices belong to; NULL: read from the text. start, '
'length: characters, from 1. kind: official, person, role, institution, place, nationality, '
'date, acronym, agency, group, pronoun or theme. entity: number of what it refers to within '
'this text, NULL for none. canonical: its canonical name. rule: the rule that made it, or '
'''lexicon''. confidence: 0 to 1. Errors: 22023 for an unknown country code, 54000 for a text '
'that is too long to be analysed, 0A000 in a database with the encoding SQL_ASCII.';

