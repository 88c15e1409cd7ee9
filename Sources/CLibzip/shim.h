#ifndef AFTERSHOW_CLIBZIP_H
#define AFTERSHOW_CLIBZIP_H
#include <zip.h>
#endif
