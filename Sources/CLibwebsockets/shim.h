#ifndef AFTERSHOW_CLIBWEBSOCKETS_H
#define AFTERSHOW_CLIBWEBSOCKETS_H
#include <libwebsockets.h>
/* LWS_PRE is a macro with arithmetic Swift does not import. */
static const size_t AFTERSHOW_LWS_PRE = LWS_PRE;
#endif
