/* linux/pci.h; Documentation/PCI/pci.rst */
#ifndef MOCK_LINUX_PCI_H
#define MOCK_LINUX_PCI_H

#include <linux/device.h>
#include <linux/io.h>

#define PCI_ANY_ID (~0)
#define PCI_DEVICE(vend, dev) \
    .vendor = (vend), .device = (dev), .subvendor = (u32)PCI_ANY_ID, .subdevice = (u32)PCI_ANY_ID

struct pci_device_id { /* linux/mod_devicetable.h */
    u32 vendor;
    u32 device;
    u32 subvendor;
    u32 subdevice;
};

struct pci_dev {
    unsigned int irq;
    struct device dev;
};

struct pci_driver {
    const char *name;
    const struct pci_device_id *id_table;
    int (*probe)(struct pci_dev *dev, const struct pci_device_id *id);
    void (*remove)(struct pci_dev *dev);
};

int pci_enable_device_mem(struct pci_dev *dev);
void pci_disable_device(struct pci_dev *dev);
int pci_request_mem_regions(struct pci_dev *pdev, const char *name);
void pci_release_mem_regions(struct pci_dev *pdev);
void pci_set_master(struct pci_dev *dev);
void pci_clear_master(struct pci_dev *dev);
void __iomem *pci_iomap(struct pci_dev *dev, int bar, unsigned long max);
void pci_iounmap(struct pci_dev *dev, void __iomem *address);
const char *pci_name(const struct pci_dev *pdev);

static inline void *pci_get_drvdata(struct pci_dev *pdev)
{
    return pdev->dev.driver_data;
}

static inline void pci_set_drvdata(struct pci_dev *pdev, void *data)
{
    pdev->dev.driver_data = data;
}

extern struct pci_driver *const mock_pci_driver;
#define module_pci_driver(driver) struct pci_driver *const mock_pci_driver = &(driver)

#endif
