/*
 * offices.h: offices named in a text.
 */
#ifndef CQ_OFFICES_H
#define CQ_OFFICES_H

#include "bodies.h"

#endif
