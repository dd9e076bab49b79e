/*
 * host.h: what the core asks of the program it runs in.
 *
 * PostgreSQL hands in its memory contexts and its interrupt flag; the unit tests hand in malloc.
 */
#ifndef CQ_HOST_H
#define CQ_HOST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct CqHost
{
	void	   *self;			/* handed back to each function below */
	void	   *(*allocate) (void *self, size_t size);	/* NULL when there is no memory */
	void		(*release) (void *self, void *block);
	bool		(*interrupted) (void *self);	/* true: stop as soon as you can */
} CqHost;

#endif
