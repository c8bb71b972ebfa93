/* dev/pci/pcireg.h: pci(9). */
#ifndef MOCK_DEV_PCI_PCIREG_H
#define MOCK_DEV_PCI_PCIREG_H

#include <sys/param.h>

typedef uint32_t pcireg_t;                   /* dev/pci/pci_verbose.h */

#define PCI_VENDOR(id) ((id) & 0xffff)
#define PCI_PRODUCT(id) ((id) >> 16)
#define PCI_COMMAND_STATUS_REG 0x04
#define PCI_COMMAND_MEM_ENABLE 0x00000002
#define PCI_COMMAND_MASTER_ENABLE 0x00000004
#define PCI_BAR0 0x10
#define PCI_MAPREG_TYPE_MEM 0x00000000

#endif
