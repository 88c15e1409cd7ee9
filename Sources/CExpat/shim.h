#ifndef AFTERSHOW_CEXPAT_H
#define AFTERSHOW_CEXPAT_H
#include <expat.h>
#endif
