CREATE FUNCTION communique.events(body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (
		event text, cameo text, actors text[], targets text[], others text[], place text, date
		date, start int, length int, surface text, modality text, outcome text, purpose text)
	AS 'MODULE_PATHNAME', 'communique_events'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 2;

COMMENT ON FUNCTION communique.events(text, date, text) IS
'Who did what with whom, in the order of the text. body: the text, in any form it comes; NULL '
'or empty gives no rows. published: the article''s date, from which relative dates are counted; '
'NULL or infinite: not known. country: ISO 3166-1 alpha-2 code of the country that unqualified '
'offices belong to; NULL: read from the text. event: one of the closed list. cameo: CAMEO code. '
'actors, targets, others: canonical names, never NULL. start, length: characters, from 1, of '
'the clause. modality: held, planned, cancelled, hypothetical or denied. outcome, purpose: as '
'written, or NULL. Errors: 22023 for an unknown country code, 54000 for a text that is too long '
'to be analysed, 0A000 in a database with the encoding SQL_ASCII.';

