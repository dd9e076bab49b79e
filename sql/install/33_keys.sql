-- IMMUTABLE: the compiled-in lexicon and the argument alone decide.
CREATE FUNCTION communique.keys(body text) RETURNS text[]
	AS 'MODULE_PATHNAME', 'communique_keys'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION communique.keys(text) IS
'What a communique is about, as sorted keys for indexes: official:aminata-diarra, '
'institution:..., theme:migration, place:rabat, country:MA, role:minister, event:receive. Reads '
'with the compiled-in lexicon alone: fit for generated columns and expression indexes. NULL for '
'a NULL body, {} for an empty one. Errors: 54000 for a text that is too long to be analysed, '
'0A000 in a database with the encoding SQL_ASCII.';

