/* sys/sockio.h: netintro(4); the numbers are the mock's own. */
#ifndef MOCK_SYS_SOCKIO_H
#define MOCK_SYS_SOCKIO_H

#include <sys/param.h>

#define SIOCSIFFLAGS 0x6910ul                /* mock */
#define SIOCADDMULTI 0x6931ul                /* mock */
#define SIOCDELMULTI 0x6932ul                /* mock */
#define SIOCSIFMEDIA 0x6937ul                /* mock */
#define SIOCGIFMEDIA 0x6938ul                /* mock */
#define SIOCSIFGENERIC 0x6939ul              /* mock */
#define SIOCGIFGENERIC 0x693aul              /* mock */
#define SIOCSIFCAP 0x6975ul                  /* mock */
#define SIOCSDRVSPEC 0x697bul                /* mock */
#define SIOCGDRVSPEC 0x697cul                /* mock */
#define SIOCSIFMTU 0x697ful                  /* mock */

#endif
