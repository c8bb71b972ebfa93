/* sys/byteorder.h: byteorder(9F), for a little-endian CPU. illumos 2020-11. */
#ifndef MOCK_SYS_BYTEORDER_H
#define MOCK_SYS_BYTEORDER_H

#define LE_64(value) (value)

#endif
