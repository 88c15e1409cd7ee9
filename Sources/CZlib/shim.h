#ifndef AFTERSHOW_CZLIB_H
#define AFTERSHOW_CZLIB_H
#include <zlib.h>

// deflateInit2 is a macro, which Swift does not import. 31: the largest window, in a gzip wrapper.
static inline int aftershow_gzip_begin(z_streamp stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY);
}
#endif
