CREATE FUNCTION communique.statements(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (
		speaker text, speaker_kind text, verb text, act text, quote text, direct bool, start
		int, length int, polarity text)
	AS 'MODULE_PATHNAME', 'communique_statements'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 4;

COMMENT ON FUNCTION communique.statements(text, date, text) IS
'Who said what, in the order of the text. body: the text, in any form it comes; NULL or empty '
'gives no rows. published: the article''s date, from which relative dates are counted; NULL or '
'infinite: not known. country: ISO 3166-1 alpha-2 code of the country that unqualified offices '
'belong to; NULL: read from the text. speaker: canonical name, NULL if it cannot be told. '
'speaker_kind: official, person, institution ... verb: infinitive, ''selon'' for sources. act: '
'one of the closed list. quote: what is said, without the reporting clause and quotation marks. '
'direct: is it in quotation marks? start, length: characters, from 1, of the quote. polarity: '
'affirmed, negated or conditional. Errors: 22023 for an unknown country code, 54000 for a text '
'that is too long to be analysed, 0A000 in a database with the encoding SQL_ASCII.';

