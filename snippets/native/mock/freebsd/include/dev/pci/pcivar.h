/* dev/pci/pcivar.h: pci(9). FreeBSD 15. */
#ifndef MOCK_DEV_PCI_PCIVAR_H
#define MOCK_DEV_PCI_PCIVAR_H

#include <sys/bus.h>

uint16_t pci_get_vendor(device_t device);
uint16_t pci_get_device(device_t device);
int pci_enable_busmaster(device_t device);
int pci_disable_busmaster(device_t device);

#endif
