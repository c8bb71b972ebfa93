/* sys/strsun.h: MBLKL(9F), msgsize(9F). illumos 2020-11. */
#ifndef MOCK_SYS_STRSUN_H
#define MOCK_SYS_STRSUN_H

#include <sys/stream.h>

#define MBLKL(mp) ((intptr_t)((mp)->b_wptr - (mp)->b_rptr))
#define DB_REF(mp) ((mp)->b_datap->db_ref)

size_t msgsize(mblk_t *mp); /* msgsize(9F) */

#endif
