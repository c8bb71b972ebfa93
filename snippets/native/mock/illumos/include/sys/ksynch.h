/* sys/ksynch.h. illumos 2020-11. */
#include <sys/mutex.h>
