CREATE FUNCTION communique.analyze(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'communique_analyze'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION communique.analyze(text, date, text) IS
'All that is read in a communique: an object with one key per function (mentions, officials, '
'institutions, themes, people, places, dates, acronyms, dateline), each the array of its rows. '
'NULL for a NULL body, empty arrays for an empty one. Arguments and errors as in '
'communique.mentions.';

-- IMMUTABLE: the compiled-in lexicon and the arguments alone decide.
CREATE FUNCTION communique.analyze_builtin(
	body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'communique_analyze_builtin'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION communique.analyze_builtin(text, date, text) IS
'As communique.analyze, with the compiled-in lexicon alone: fit for generated columns and '
'expression indexes.';

