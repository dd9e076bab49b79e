/*
 * status.h: how a call into the core ended.
 *
 * The core never prints and never throws across its door: it returns one of these, and the glue
 * that called it has the table from status to SQLSTATE.
 */
#ifndef CQ_STATUS_H
#define CQ_STATUS_H

typedef enum CqStatus
{
	CQ_OK = 0,
	CQ_OUT_OF_MEMORY,			/* the host's allocator said no */
	CQ_CANCELLED,				/* the host's `interrupted` said yes */
	CQ_TEXT_TOO_LONG,			/* more bytes than offsets can count */
	CQ_BAD_COUNTRY,				/* not an ISO 3166-1 alpha-2 code */
	CQ_BAD_RULE,				/* a rule's text does not parse or does not compile */
	CQ_BAD_CLASS,				/* a word or rule names a class that does not exist */
	CQ_INTERNAL					/* a promise of the core itself is broken */
} CqStatus;

#endif
