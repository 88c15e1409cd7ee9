#ifndef AFTERSHOW_CLIBPQ_H
#define AFTERSHOW_CLIBPQ_H
#include <libpq-fe.h>
/* Character macros do not import into Swift. */
static const int AFTERSHOW_PG_DIAG_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int AFTERSHOW_PG_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int AFTERSHOW_PG_DIAG_CONSTRAINT_NAME = PG_DIAG_CONSTRAINT_NAME;
#endif
