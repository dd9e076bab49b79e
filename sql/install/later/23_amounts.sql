CREATE FUNCTION communique.amounts(body text)
	RETURNS TABLE (
		surface text, start int, length int, value numeric, unit text, currency text, percent
		bool, approx bool, value_to numeric)
	AS 'MODULE_PATHNAME', 'communique_amounts'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 3;

COMMENT ON FUNCTION communique.amounts(text) IS
'Sums, shares and quantities, in the order of the text. body: the text, in any form it comes; '
'NULL or empty gives no rows. start, length: characters, from 1. value: the number, magnitudes '
'such as ''milliards'' worked in. unit: what is counted. currency: ISO 4217. percent: is it a '
'share in per cent? approx: is it said to be approximate? value_to: upper end of a range, or '
'NULL. Errors: 54000 for a text that is too long to be analysed, 0A000 in a database with the '
'encoding SQL_ASCII.';

