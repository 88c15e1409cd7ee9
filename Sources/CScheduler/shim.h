// sched_setattr(2), which Debian's C library has no function for.
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// As the kernel first defined it (SCHED_ATTR_SIZE_VER0).
struct aftershow_sched_attr {
  uint32_t size, policy;
  uint64_t flags;
  int32_t nice;
  uint32_t priority;
  uint64_t slice, deadline, period;
};

// Makes the calling thread an ordinary one of that niceness, whose turns last that long (as far as the kernel knows such
// a wish: Linux 6.12 and later). 0, or -1 and errno.
static inline int aftershow_take_turns(int32_t niceness, uint64_t nanoseconds) {
  struct aftershow_sched_attr attr = {.size = sizeof attr, .nice = niceness, .slice = nanoseconds};
  return syscall(SYS_sched_setattr, 0, &attr, 0);
}
