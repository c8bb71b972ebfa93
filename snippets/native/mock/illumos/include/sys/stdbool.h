/* sys/stdbool.h: the compiler's own. illumos 2020-11. */
#include <stdbool.h>
