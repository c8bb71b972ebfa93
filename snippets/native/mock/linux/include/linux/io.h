/* asm-generic/io.h by linux/io.h; order of writel: Documentation/driver-api/device-io.rst */
#ifndef MOCK_LINUX_IO_H
#define MOCK_LINUX_IO_H

#include <linux/types.h>

u32 readl(const volatile void __iomem *address);
void writel(u32 value, volatile void __iomem *address);

#endif
