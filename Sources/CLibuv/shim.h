#ifndef AFTERSHOW_CLIBUV_H
#define AFTERSHOW_CLIBUV_H
#include <uv.h>
// Glibc's module leaves it out.
#include <sys/eventfd.h>
#endif
