CREATE FUNCTION communique.themes(body text)
	RETURNS TABLE (theme text, label text, iptc text, score real, evidence text[])
	AS 'MODULE_PATHNAME', 'communique_themes'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 3;

COMMENT ON FUNCTION communique.themes(text) IS
'What a communique is about, best first. body: the text, in any form it comes; NULL or empty '
'gives no rows. theme: slug of communique.theme_catalog. label: its French name. iptc: its IPTC '
'Media Topic. score: 0 to 1. evidence: the terms that speak for it. Errors: 54000 for a text '
'that is too long to be analysed, 0A000 in a database with the encoding SQL_ASCII.';

