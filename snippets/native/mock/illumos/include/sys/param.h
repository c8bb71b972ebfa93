/* sys/param.h: drivers include it for NULL and limits. illumos 2020-11. */
#ifndef MOCK_SYS_PARAM_H
#define MOCK_SYS_PARAM_H

#include <sys/types.h>

#endif
