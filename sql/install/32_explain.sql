CREATE FUNCTION communique.explain(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS TABLE (
		start int, length int, surface text, kind text, rule text, entry text, confidence real,
		beaten text[])
	AS 'MODULE_PATHNAME', 'communique_explain'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 40;

COMMENT ON FUNCTION communique.explain(text, date, text) IS
'Why a communique was read as it was: one row per row of communique.mentions. rule: the rule '
'that made the mention, or ''lexicon''. entry: the canonical name or lexicon entry it led to. '
'confidence: 0 to 1. beaten: the readings that lost their place to it, each as "rule: surface"; '
'empty if there was none. Arguments, offsets and errors as in communique.mentions.';

