/* dev/pci/pcireg.h. FreeBSD 15. */
#ifndef MOCK_DEV_PCI_PCIREG_H
#define MOCK_DEV_PCI_PCIREG_H

#define PCIR_BAR(number) (0x10 + (number) * 4)

#endif
