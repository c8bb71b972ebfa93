/* sys/strsubr.h: freemsgchain(9F). illumos 2020-11. */
#ifndef MOCK_SYS_STRSUBR_H
#define MOCK_SYS_STRSUBR_H

#include <sys/stream.h>

void freemsgchain(mblk_t *chain); /* freemsgchain(9F) */

#endif
