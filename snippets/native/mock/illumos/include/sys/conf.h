/* sys/conf.h: cb_ops(9S)'s flags, and the routines that do nothing. illumos 2020-11. */
#ifndef MOCK_SYS_CONF_H
#define MOCK_SYS_CONF_H

#define D_MP 0x00000020

int nulldev(void); /* nulldev(9F) */
int nodev(void);   /* nodev(9F) */

#endif
