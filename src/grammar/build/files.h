/*
 * files.h: reading rule files, for the tools that run at build time.
 */
#ifndef CQ_GRAMMAR_FILES_H
#define CQ_GRAMMAR_FILES_H

#include "../notation.h"

/* Make an arena on malloc that ends the program when there is no memory. */
void		tool_arena(CqArena *arena, CqHost *host);

/* A whole file as a string; ends the program if it cannot be read. */
CqString	tool_read(CqArena *arena, const char *path);

/*
 * Read the rules of one file into `family`, whose class_number is set; `use NAME` opens
 * NAME.rules in the same folder. A fault ends the program with file, line and column.
 */
void		tool_family(CqArena *arena, CqFamilyText *family, const char *path);

#endif
