/* linux/delay.h; Documentation/timers/timers-howto.rst */
#ifndef MOCK_LINUX_DELAY_H
#define MOCK_LINUX_DELAY_H

void usleep_range(unsigned long min, unsigned long max);

#endif
