/*
 * offices.c: what an office is, from the words that name it.
 *
 * "la ministre fédérale belge de l'Intérieur" has the head "ministre" (an entry of offices.tsv: its
 * kind, and how the institution is called), the adjective "belge" that gives the country and does
 * not belong to the role, and the complement "de l'Intérieur". Role: "ministre fédérale de
 * l'Intérieur"; institution: "ministère de l'Intérieur"; country: BE.
 */
#include "offices.h"

#include "writing.h"

/* How sure an office is; set by hand, only the order matters. */
#define CONFIDENCE_OFFICE 0.9f

/* The stretch of a slot, or an empty one at the end of the chunk. */
static CqSpan
slot_of(const CqAnalysis *analysis, const CqOffice *office, uint16_t slot)
{
	return cq_chunk_slot(analysis, &analysis->chunks.at[office->chunk], slot);
}

/* Does the word number `word` of an entry's form begin with a capital? */
static bool
word_has_capital(CqString form, uint32_t word)
{
	bool		first = true;

	for (uint32_t i = 0; i < form.len; i++)
	{
		if (first && word-- == 0)
			return (form.bytes[i] >= 'A' && form.bytes[i] <= 'Z') || (unsigned char) form.bytes[i] == 0xC3;
		first = form.bytes[i] == ' ' || form.bytes[i] == '-' || form.bytes[i] == '\'';
	}
	return false;
}

/* Is the unit an adjective of nationality, not of a part of a country ("wallon")? */
static bool
is_nationality(const CqAnalysis *analysis, uint32_t token)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, token);

	return at < units->len && units->at[at].first == token &&
		cq_unit_is(analysis->lexicon, &units->at[at], CQ_CLASS_NATIONALITIES_STATE);
}

/* Is the token a word of time ("actuel") that does not belong to the role? */
static bool
is_passing(const CqAnalysis *analysis, uint32_t token)
{
	const CqSense *sense = cq_span_sense(analysis, (CqSpan) {token, token + 1}, CQ_CLASS_OFFICE_MODIFIERS);

	return sense != NULL && cq_string_is(cq_sense_attribute(analysis->lexicon, sense, CQ_OFFICE_MODIFIERS_KIND), "status");
}

/* The first of forms parted by bars. */
static CqString
first_form(CqString forms)
{
	const char *bar = memchr(forms.bytes, '|', forms.len);

	if (bar != NULL)
		forms.len = (uint32_t) (bar - forms.bytes);
	return forms;
}

/* Write the head as its entry has it. */
static void
write_head(CqWriter *writer, const CqOffice *office, CqSpan head)
{
	CqString	canonical = cq_sense_canonical(writer->analysis->lexicon, office->head);

	for (uint32_t i = head.start; i < head.end; i++)
		cq_write_token(writer, i, word_has_capital(canonical, i - head.start) ? CQ_LETTERS_TITLE : CQ_LETTERS_LOW);
}

/* The singular of a head, from its entry: feminine for a woman where it has one. */
static CqString
head_singular(const CqAnalysis *analysis, const CqOffice *office, uint8_t gender)
{
	CqString	feminine = cq_sense_attribute(analysis->lexicon, office->head, CQ_OFFICES_FEMININE);

	if (gender != CQ_GENDER_F || feminine.len == 0)
		return cq_sense_canonical(analysis->lexicon, office->head);
	return first_form(feminine);
}

/* Write a word beside the head; in the singular of a gender, unless that is unknown. */
static void
write_modifier(CqWriter *writer, uint32_t token, uint8_t gender)
{
	CqAnalysis *analysis = writer->analysis;
	const CqSense *sense = cq_span_sense(analysis, (CqSpan) {token, token + 1}, CQ_CLASS_OFFICE_MODIFIERS);
	CqString	form;

	if (gender == CQ_GENDER_UNKNOWN || sense == NULL || cq_sense_canonical(analysis->lexicon, sense).len == 0)
	{
		cq_write_token(writer, token, CQ_LETTERS_LOW);
		return;
	}
	form = cq_sense_attribute(analysis->lexicon, sense, CQ_OFFICE_MODIFIERS_FEMININE);
	if (gender == CQ_GENDER_M || form.len == 0)
		form = cq_sense_canonical(analysis->lexicon, sense);
	if (memchr(form.bytes, ' ', form.len) != NULL)
	{
		cq_write_token(writer, token, CQ_LETTERS_LOW);	/* "par intérim": its words stand as they are */
		return;
	}
	cq_write_string(writer, cq_string(" "));
	cq_write_string(writer, first_form(form));
}

/*
 * The role in its base form: no article, no nationality, small letters first. With a gender, in the
 * singular of that gender ("secrétaires généraux" gives "secrétaire générale").
 */
static CqString
office_role(CqAnalysis *analysis, const CqOffice *office, CqSpan body, uint8_t gender)
{
	CqWriter	writer = {.analysis = analysis};
	CqSpan		before = slot_of(analysis, office, CQ_SLOT_BEFORE);
	CqSpan		head = slot_of(analysis, office, CQ_SLOT_HEAD);
	CqSpan		mods = slot_of(analysis, office, CQ_SLOT_MODS);

	for (uint32_t i = before.start; i < before.end; i++)
	{
		if (!is_passing(analysis, i))
			cq_write_token(&writer, i, CQ_LETTERS_LOW);
	}
	if (gender == CQ_GENDER_UNKNOWN)
		write_head(&writer, office, head);
	else
	{
		if (writer.out.len > 0)
			cq_write_string(&writer, cq_string(" "));
		cq_write_string(&writer, head_singular(analysis, office, gender));
	}
	for (uint32_t i = mods.start; i < mods.end; i++)
	{
		if (!is_nationality(analysis, i))
			write_modifier(&writer, i, gender);
	}
	if (body.end > body.start)
	{
		if (analysis->text.tokens.at[body.start].shape != CQ_SHAPE_SIGN)
			cq_write_string(&writer, cq_string(" "));
		cq_write_string(&writer, cq_write_stretch(analysis, body));
	}
	return cq_writer_string(&writer);
}

/* The kind of the office for a body of this kind: office_bodies.tsv, else its own. */
static CqString
kind_by_body(const CqAnalysis *analysis, const CqOffice *office, CqString body_kind)
{
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	at = cq_unit_at(units, slot_of(analysis, office, CQ_SLOT_HEAD).start);

	for (uint32_t i = 0; at < units->len && i < units->at[at].sense_count; i++)
	{
		const CqSense *sense = &analysis->lexicon->tables->senses[units->at[at].senses + i];

		if (sense->class == CQ_CLASS_OFFICE_BODIES &&
			cq_string_equal(cq_sense_attribute(analysis->lexicon, sense, CQ_OFFICE_BODIES_BODY_KIND), body_kind))
			return cq_sense_attribute(analysis->lexicon, sense, CQ_OFFICE_BODIES_KIND);
	}
	return CQ_NONE;
}

/* What the complement is, as office_bodies.tsv names it. */
static CqString
complement_kind(const CqAnalysis *analysis, const CqOffice *office)
{
	if (office->body != CQ_NOBODY)
		return analysis->bodies.at[office->body].kind;
	if (office->complement.end == office->complement.start)
		return cq_string("none");
	if (cq_span_sense(analysis, office->complement, CQ_CLASS_COUNTRIES) != NULL)
		return cq_string("country");
	if (cq_span_sense(analysis, office->complement, CQ_CLASS_REGIONS) != NULL ||
		cq_span_sense(analysis, office->complement, CQ_CLASS_CITIES) != NULL)
		return cq_string("territory");
	return cq_string("matter");
}

static CqString office_institution(CqAnalysis *analysis, const CqOffice *office);

/* The complement without a charge behind it: "de la Défense" of "de la Défense, chargé du Budget". */
static CqSpan
bare_complement(const CqAnalysis *analysis, const CqOffice *office)
{
	CqSpan		complement = office->complement;
	CqSpan		charge = office->chunk != CQ_NOBODY ? slot_of(analysis, office, CQ_SLOT_CHARGE) : (CqSpan) {0, 0};

	if (charge.end > charge.start && charge.start > complement.start && charge.end == complement.end)
		complement.end = charge.start;
	return complement;
}

/* Write a template: % is the complement. */
static CqString
fill_template(CqAnalysis *analysis, const CqOffice *office, CqString template)
{
	CqWriter	writer = {.analysis = analysis};
	const char *percent = memchr(template.bytes, '%', template.len);
	CqSpan		complement = bare_complement(analysis, office);

	if (percent == NULL)
		return template;
	if (cq_string_is(template, "%"))
		return office->body != CQ_NOBODY ? cq_body_text_name(analysis, office->body, complement) : CQ_NONE;
	if (complement.end == complement.start)
		return CQ_NONE;
	cq_write_string(&writer, (CqString) {template.bytes, (uint32_t) (percent - template.bytes)});
	if (cq_token_is(analysis, complement.start, "chargee"))
	{
		/* "secrétaire d'État chargée de la Pêche": the secrétariat d'État is "chargé". */
		cq_write_string(&writer, cq_string("chargé "));
		complement.start++;
	}
	cq_write_string(&writer, cq_write_stretch(analysis, complement));
	return cq_writer_string(&writer);
}

/* The institution of the office that this one is delegated to, as in "délégué auprès du ministre de X". */
static CqString
superior_institution(CqAnalysis *analysis, CqSpan superior)
{
	const CqSense *head = cq_span_sense(analysis, superior, CQ_CLASS_OFFICES);
	const CqUnits *units = &analysis->units[CQ_ROUND_WORDS];
	uint32_t	unit = cq_unit_at(units, superior.start);
	CqOffice	office = {.head = head, .body = CQ_NOBODY};

	while (unit < units->len && units->at[unit].first < superior.end &&
		   !cq_unit_is(analysis->lexicon, &units->at[unit], CQ_CLASS_OFFICES))
		unit++;
	if (head == NULL || unit >= units->len)
		return CQ_NONE;
	office.complement = (CqSpan) {units->at[unit].end, superior.end};
	office.body = cq_body_within(analysis, office.complement);
	office.chunk = CQ_NOBODY;
	return office_institution(analysis, &office);
}

/* The institution an office belongs to. */
static CqString
office_institution(CqAnalysis *analysis, const CqOffice *office)
{
	CqString	template = cq_sense_attribute(analysis->lexicon, office->head, CQ_OFFICES_BODY);
	const char *bar = template.len > 0 ? memchr(template.bytes, '|', template.len) : NULL;
	CqSpan		superior = office->chunk != CQ_NOBODY ? slot_of(analysis, office, CQ_SLOT_SUPERIOR) : (CqSpan) {0, 0};

	if (superior.end > superior.start)
		return superior_institution(analysis, superior);
	if (template.len == 0)
		return CQ_NONE;
	if (bar != NULL)
	{
		uint32_t	first = (uint32_t) (bar - template.bytes);

		template = office->body != CQ_NOBODY ? (CqString) {template.bytes, first} :
			(CqString) {bar + 1, template.len - first - 1};
	}
	return fill_template(analysis, office, template);
}

/* Does the complement tell where the holder is sent, not whose he is: "ambassadeur au Kenya"? */
static bool
is_destination(const CqAnalysis *analysis, const CqOffice *office)
{
	static const char *const PREPOSITIONS[] = {"en", "au", "aux", "\xC3\xA0", "aupres", "pour"};
	CqString	kind = cq_sense_attribute(analysis->lexicon, office->head, CQ_OFFICES_KIND);

	for (size_t i = 0; cq_string_is(kind, "ambassador") && i < sizeof(PREPOSITIONS) / sizeof(PREPOSITIONS[0]); i++)
	{
		if (cq_token_is(analysis, office->complement.start, PREPOSITIONS[i]))
			return true;
	}
	return false;
}

/* The country that an office's own words tell; `*told` is false if they do not. */
static CqString
told_country(const CqAnalysis *analysis, const CqOffice *office, bool *told)
{
	CqString	country = cq_span_country(analysis, slot_of(analysis, office, CQ_SLOT_MODS));

	*told = true;
	if (country.len == 0)
		country = cq_span_country(analysis, slot_of(analysis, office, CQ_SLOT_NATION));
	if (country.len == 0)
		country = cq_sense_attribute(analysis->lexicon, office->head, CQ_OFFICES_COUNTRY);
	if (country.len == 0 && office->body != CQ_NOBODY)
		return analysis->bodies.at[office->body].country;
	if (country.len == 0 && !is_destination(analysis, office))
		country = cq_span_country(analysis, office->complement);
	*told = country.len > 0;
	return country;
}

/* The gender that the words before and the head's own form tell. */
static CqGender
office_gender(const CqAnalysis *analysis, const CqOffice *office, uint32_t first)
{
	static const char *const MASCULINE[] = {"le", "un", "du", "au", "ce", "cet"};
	static const char *const FEMININE[] = {"la", "une", "cette"};
	const CqSense *head = office->head;

	for (size_t i = 0; first > 0 && i < 6; i++)
	{
		if (cq_token_is(analysis, first - 1, MASCULINE[i]))
			return CQ_GENDER_M;
		if (i < 3 && cq_token_is(analysis, first - 1, FEMININE[i]))
			return CQ_GENDER_F;
	}
	if (head->form == CQ_FORM_FEMININE)
		return CQ_GENDER_F;
	return CQ_GENDER_UNKNOWN;
}

/* Is the head written in the plural? */
static bool
office_is_plural(const CqAnalysis *analysis, const CqOffice *office, uint32_t first)
{
	static const char *const PLURAL[] = {"les", "des", "aux", "deux", "trois", "leurs", "ses"};

	if (office->head->form == CQ_FORM_PLURAL)
		return true;
	for (size_t i = 0; first > 0 && i < sizeof(PLURAL) / sizeof(PLURAL[0]); i++)
	{
		if (cq_token_is(analysis, first - 1, PLURAL[i]))
			return true;
	}
	return false;
}

/* Is the office spoken of as a particular one? */
static bool
office_is_definite(const CqAnalysis *analysis, uint32_t first)
{
	static const char *const INDEFINITE[] = {"un", "une", "de", "d'", "des", "comme", "chaque", "tout"};

	for (size_t i = 0; first > 0 && i < sizeof(INDEFINITE) / sizeof(INDEFINITE[0]); i++)
	{
		if (cq_token_is(analysis, first - 1, INDEFINITE[i]))
			return false;
	}
	return true;
}

/* Fill in what the complement decides: kind, institution, country. */
void
cq_office_place(CqAnalysis *analysis, CqOffice *office)
{
	CqString	kind = kind_by_body(analysis, office, complement_kind(analysis, office));

	office->kind = kind.len > 0 ? kind : cq_sense_attribute(analysis->lexicon, office->head, CQ_OFFICES_KIND);
	office->institution = office_institution(analysis, office);
	office->country = told_country(analysis, office, &office->country_told);
}

/* Read one office. */
static void
read_office(CqAnalysis *analysis, uint32_t number)
{
	CqChunk    *chunk = &analysis->chunks.at[number];
	CqSpan		head = cq_chunk_slot(analysis, chunk, CQ_SLOT_HEAD);
	const CqSense *sense = cq_span_sense(analysis, head, CQ_CLASS_OFFICES);
	CqOffice   *office;

	if (sense == NULL)
		return;
	office = cq_list_add(analysis->arena, &analysis->offices);
	chunk->referent = analysis->offices.len - 1;
	office->chunk = number;
	office->head = sense;
	office->complement = cq_chunk_slot(analysis, chunk, CQ_SLOT_BODY);
	office->body = cq_body_within(analysis, office->complement);
	office->holder = CQ_NOBODY;
	office->at = chunk->tokens.start;
	office->gender = (uint8_t) office_gender(analysis, office, chunk->tokens.start);
	office->plural = office_is_plural(analysis, office, chunk->tokens.start);
	office->definite = office_is_definite(analysis, chunk->tokens.start);
	office->former = cq_chunk_slot(analysis, chunk, CQ_SLOT_BEFORE).end > 0;
	office->role = office_role(analysis, office, office->complement, CQ_GENDER_UNKNOWN);
	office->nationality = cq_span_country(analysis, cq_chunk_slot(analysis, chunk, CQ_SLOT_MODS));
	cq_office_place(analysis, office);
	office->confidence = CONFIDENCE_OFFICE;
	chunk->gender = office->gender;
	chunk->plural = office->plural;
}

void
cq_resolve_offices(CqAnalysis *analysis)
{
	for (uint32_t i = 0; i < analysis->chunks.len; i++)
	{
		if (analysis->chunks.at[i].kind == CQ_CHUNK_OFFICE)
			read_office(analysis, i);
	}
}

void
cq_office_singular(CqAnalysis *analysis, uint32_t number, uint8_t gender)
{
	CqOffice   *office = &analysis->offices.at[number];
	uint8_t		own = office->head->form == CQ_FORM_FEMININE ? CQ_GENDER_F : CQ_GENDER_M;

	if (!office->plural && (gender == CQ_GENDER_UNKNOWN || gender == own))
		return;
	office->plural = false;
	office->role = office_role(analysis, office, office->complement, gender == CQ_GENDER_F ? CQ_GENDER_F : CQ_GENDER_M);
	office->gender = gender;
}

void
cq_office_of_counterpart(CqAnalysis *analysis, uint32_t number, CqString country)
{
	CqOffice   *office = &analysis->offices.at[number];
	CqSpan		first = office->complement;
	uint32_t	commas = 0;

	for (uint32_t i = office->complement.end; i-- > office->complement.start;)
	{
		if (cq_token_is(analysis, i, ","))
		{
			commas++;
			first.end = i;
		}
	}
	if (commas > 0)
		cq_office_complement(analysis, number, first);
	analysis->offices.at[number].country = country;
	analysis->offices.at[number].country_told = country.len > 0;
}

void
cq_office_complement(CqAnalysis *analysis, uint32_t number, CqSpan tokens)
{
	CqOffice   *office = &analysis->offices.at[number];

	office->complement = tokens;
	office->body = cq_body_within(analysis, tokens);
	office->role = office_role(analysis, office, tokens, office->gender == CQ_GENDER_F ? CQ_GENDER_F : CQ_GENDER_M);
	cq_office_place(analysis, office);
}

void
cq_office_preside(CqAnalysis *analysis, uint32_t chunk, uint32_t person)
{
	CqOffice   *office = cq_list_add(analysis->arena, &analysis->offices);
	CqPerson   *holder = &analysis->persons.at[person];
	const CqChunk *institution = &analysis->chunks.at[chunk];
	CqWriter	role = {.analysis = analysis};
	bool		woman = holder->gender == CQ_GENDER_F;

	cq_write_string(&role, cq_string(woman ? "présidente de " : "président de "));
	cq_write_string(&role, cq_write_stretch(analysis, institution->tokens));
	office->chunk = chunk;
	office->at = institution->tokens.start;
	office->role = cq_writer_string(&role);
	office->kind = cq_string("president_of_institution");
	office->body = institution->referent;
	office->institution = analysis->bodies.at[office->body].name;
	office->country = analysis->bodies.at[office->body].country;
	office->gender = holder->gender;
	office->definite = true;
	office->holder = person;
	office->confidence = CONFIDENCE_OFFICE;
	holder->offices++;
}

bool
cq_office_wants_body(const CqAnalysis *analysis, const CqOffice *office)
{
	CqString	template = office->head != NULL ?
		cq_sense_attribute(analysis->lexicon, office->head, CQ_OFFICES_BODY) : CQ_NONE;

	return template.len > 0 && template.bytes[0] == '%';
}
