#ifndef AFTERSHOW_CLIBUV_H
#define AFTERSHOW_CLIBUV_H
#include <uv.h>
#endif
