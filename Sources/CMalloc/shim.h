// Glibc's module leaves malloc.h out.
#include <malloc.h>
