/*
 * report.h: rows from what was resolved.
 */
#ifndef CQ_REPORT_H
#define CQ_REPORT_H

#include "officials.h"

/* Where tokens [start, end) stand in the body, in characters from 1. */
CqPlaceInText cq_report_place(const CqAnalysis *analysis, CqSpan tokens);

/* "m", "f", or none. */
CqString	cq_gender_name(uint8_t gender);

/*
 * The number of a referent in this text, from 1: persons first, then bodies, then offices that
 * nobody named holds, then places. The lists of persons, bodies and offices must be complete.
 */
int32_t		cq_entity_of_person(const CqAnalysis *analysis, uint32_t person);
int32_t		cq_entity_of_body(const CqAnalysis *analysis, uint32_t body);
int32_t		cq_entity_of_office(const CqAnalysis *analysis, uint32_t office);
int32_t		cq_entity_of_place(const CqAnalysis *analysis, uint32_t place);

/* Fill the parts of the report. */
void		cq_report_mentions(CqAnalysis *analysis);	/* report_mentions.c */
void		cq_report_officials(CqAnalysis *analysis);	/* report_people.c */
void		cq_report_people(CqAnalysis *analysis);
void		cq_report_themes(CqAnalysis *analysis); /* report_themes.c */
void		cq_report_dates(CqAnalysis *analysis);	/* report_time.c */
void		cq_report_dateline(CqAnalysis *analysis);
void		cq_report_amounts(CqAnalysis *analysis);
void		cq_report_keys(CqAnalysis *analysis);	/* report_keys.c */

#endif
