CREATE FUNCTION communique.html(body text, published date DEFAULT NULL, country text DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'communique_html'
	LANGUAGE C STABLE PARALLEL SAFE COST 5000;

COMMENT ON FUNCTION communique.html(text, date, text) IS
'The article as paragraphs of HTML, with each mention in a <mark class="kind" '
'data-entity="number" data-canonical="name" title="name, offices">. Marks nest; of two mentions '
'that cross, the one that begins first is marked. Every character of the body is kept and '
'escaped: without tags and escapes the result is the body. NULL for a NULL body, empty for an '
'empty one. Arguments and errors as in communique.mentions.';

CREATE FUNCTION communique.html_page(
	body text, published date DEFAULT NULL, country text DEFAULT NULL,
	title text DEFAULT NULL)
	RETURNS text
	LANGUAGE sql STABLE PARALLEL SAFE COST 12000
BEGIN ATOMIC
	SELECT '<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="'
		-- The file that a client writes is in the client's encoding.
		|| CASE current_setting('client_encoding')
			WHEN 'LATIN1' THEN 'iso-8859-1'
			WHEN 'LATIN9' THEN 'iso-8859-15'
			WHEN 'WIN1252' THEN 'windows-1252'
			ELSE 'utf-8' END
		|| '">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>' || t.escaped || '</title>
<style>
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fdfcf9; --soft: #6b6862; --hue: 45; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #1b1b1a; --soft: #a39f96; } }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem 4rem; color: var(--ink);
  background: var(--paper); font: 1.125rem/1.7 Charter, Georgia, "Times New Roman", serif; }
h1 { font-size: 1.6rem; line-height: 1.25; }
nav { color: var(--soft); font: .875rem/1.6 system-ui, sans-serif; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem .9rem; list-style: none; margin: 0;
  padding: 0; }
mark { color: inherit; background: hsl(var(--hue) 75% 50% / .16); border-radius: .2em;
  border-bottom: 2px solid hsl(var(--hue) 60% 45%); padding: 0 .1em; }
.official, .person, .pronoun, .group { --hue: 215; }
.role { --hue: 265; }
.institution, .acronym, .agency { --hue: 150; }
.place, .nationality { --hue: 25; }
.date { --hue: 190; }
.theme { --hue: 330; }
.person, .pronoun, .group { border-bottom-style: dashed; }
.acronym, .agency, .nationality { border-bottom-style: dotted; }
@media print { mark { background: none; } }
</style>
</head>
<body>
<main>
<h1>' || t.escaped || '</h1>
<nav aria-label="Legend">
<ul>
' || coalesce(legend.items, '') || '</ul>
</nav>
<article>' || communique.html(html_page.body, html_page.published, html_page.country) || '</article>
</main>
</body>
</html>
'
	FROM (SELECT coalesce(replace(replace(replace(html_page.title,
				'&', '&amp;'), '<', '&lt;'), '>', '&gt;'), 'Communiqu&eacute;')) AS t (escaped),
		(SELECT string_agg(format(E'<li><mark class="%s">%s</mark> %s</li>\n', kind, kind, seen), ''
				ORDER BY seen DESC, kind COLLATE "C")
			FROM (SELECT kind, count(*) AS seen
				FROM communique.mentions(html_page.body, html_page.published, html_page.country)
				GROUP BY kind) AS kinds) AS legend (items);
END;

COMMENT ON FUNCTION communique.html_page(text, date, text, text) IS
'A whole page of HTML around communique.html: a title, a legend of the kinds that occur with '
'their number, and a stylesheet; it loads nothing from elsewhere and follows the reader''s '
'light or dark setting. title: plain text, escaped; NULL: Communiqu&eacute;. NULL for a NULL body. Write it to a file '
'with psql''s \g file after \pset format unaligned and \pset tuples_only. Arguments and errors '
'as in communique.mentions.';

