CREATE FUNCTION communique.builtin_words()
	RETURNS TABLE (class text, form text, canonical text, attributes jsonb)
	AS 'MODULE_PATHNAME', 'communique_builtin_words'
	LANGUAGE C STABLE PARALLEL SAFE COST 1000 ROWS 100000;

COMMENT ON FUNCTION communique.builtin_words() IS
'The compiled-in lexicon, for the view communique.builtin_lexicon.';

CREATE VIEW communique.builtin_lexicon AS
	SELECT class, form, canonical, attributes FROM communique.builtin_words();

COMMENT ON VIEW communique.builtin_lexicon IS
'What is compiled in, a row per form. class: what kind of word it is, the file of the lexicon. '
'form: how it is written in texts. canonical: what users read. attributes: the entry''s other '
'columns.';

CREATE FUNCTION communique.builtin_themes()
	RETURNS TABLE (theme text, label text, iptc text)
	AS 'MODULE_PATHNAME', 'communique_builtin_themes'
	LANGUAGE C STABLE PARALLEL SAFE COST 1000 ROWS 40;

COMMENT ON FUNCTION communique.builtin_themes() IS
'The closed list of themes, for the view communique.theme_catalog.';

CREATE VIEW communique.theme_catalog AS
	SELECT theme, label, iptc FROM communique.builtin_themes();

COMMENT ON VIEW communique.theme_catalog IS
'The themes that communique.themes can name. theme: slug. label: French name. iptc: IPTC Media '
'Topic.';

CREATE FUNCTION communique.builtin_rules()
	RETURNS TABLE (family text, rule text)
	AS 'MODULE_PATHNAME', 'communique_builtin_rules'
	LANGUAGE C STABLE PARALLEL SAFE COST 1000 ROWS 100;

COMMENT ON FUNCTION communique.builtin_rules() IS
'The compiled-in rules of the grammar. family: the file they stand in. rule: the name that '
'communique.mentions and communique.explain give as rule.';

GRANT SELECT ON communique.builtin_lexicon, communique.theme_catalog TO PUBLIC;

