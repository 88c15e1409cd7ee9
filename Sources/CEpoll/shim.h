// Glibc's module leaves sys/epoll.h out.
#include <sys/epoll.h>

#include <sys/prctl.h>

// Variadic functions do not reach Swift. Waits of this thread end when they should and not up to 50 microseconds later,
// which is what Linux allows itself to wake several threads at once (prctl(2), PR_SET_TIMERSLACK).
static inline void aftershow_wait_to_the_instant(void) { prctl(PR_SET_TIMERSLACK, 1UL); }
