/* linux/bottom_half.h */
#ifndef MOCK_LINUX_BOTTOM_HALF_H
#define MOCK_LINUX_BOTTOM_HALF_H

void local_bh_disable(void);
void local_bh_enable(void);

#endif
