// Glibc's module leaves sys/epoll.h out.
#include <sys/epoll.h>
