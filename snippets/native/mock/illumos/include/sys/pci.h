/* sys/pci.h: configuration space. illumos 2020-11. */
#ifndef MOCK_SYS_PCI_H
#define MOCK_SYS_PCI_H

#define PCI_CONF_VENID 0x0
#define PCI_CONF_DEVID 0x2
#define PCI_CONF_COMM 0x4
#define PCI_COMM_MAE 0x2 /* answers in memory space */
#define PCI_COMM_ME 0x4  /* may be bus master */

#endif
