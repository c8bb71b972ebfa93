/* sys/sockio.h: netintro(4). FreeBSD 15; the numbers are the mock's own. */
#ifndef MOCK_SYS_SOCKIO_H
#define MOCK_SYS_SOCKIO_H

#define SIOCSIFFLAGS 0x6910ul
#define SIOCSIFMTU 0x6934ul
#define SIOCADDMULTI 0x6931ul
#define SIOCDELMULTI 0x6932ul
#define SIOCSIFMEDIA 0x6937ul
#define SIOCGIFMEDIA 0x6938ul
#define SIOCSIFCAP 0x691eul
#define SIOCGI2C 0x693dul
#define SIOCGIFRSSKEY 0x6996ul
#define SIOCGIFRSSHASH 0x6997ul

#endif
