/* linux/device.h */
#ifndef MOCK_LINUX_DEVICE_H
#define MOCK_LINUX_DEVICE_H

#include <linux/types.h>

struct device {
    void *driver_data;
    bool masked; /* mock: dma_set_mask_and_coherent succeeded */
};

#endif
