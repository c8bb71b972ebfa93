/* sys/cmn_err.h: cmn_err(9F), dev_err(9F). illumos 2020-11. */
#ifndef MOCK_SYS_CMN_ERR_H
#define MOCK_SYS_CMN_ERR_H

#include <sys/types.h>

#define CE_CONT 0
#define CE_NOTE 1
#define CE_WARN 2
#define CE_PANIC 3

void dev_err(dev_info_t *dip, int level, char *format, ...); /* dev_err(9F) */

#endif
