\echo Use "CREATE EXTENSION communique" to load this file. \quit

-- Names of this schema are meant to be typed by everyone who may connect.
GRANT USAGE ON SCHEMA communique TO PUBLIC;

COMMENT ON SCHEMA communique IS
'Reads French communiques. Offsets count characters from 1, so that substr(body, start, length) '
'= surface for every row; a NULL body gives NULL or no rows, an empty one no rows.';

-- Marks of the functions that read a text, in the files that follow:
--
-- STABLE    They honour the user's words, which may change between statements. keys and
--           analyze_builtin use the compiled-in lexicon alone, and are IMMUTABLE.
-- no STRICT NULL as published or country means "not known"; a NULL body is looked after in C.
-- COST      An analysis of a communique of 2 kB takes about as long as 5000 calls of int4eq.
-- ROWS      What a communique of 2 kB yields.

