/* sys/priority.h. FreeBSD 15. */
#ifndef MOCK_SYS_PRIORITY_H
#define MOCK_SYS_PRIORITY_H

#define PI_NET 1 /* PRI_MIN_ITHD + 1: PI_INTR, one level for all devices; 8 in FreeBSD 13 */

#endif
