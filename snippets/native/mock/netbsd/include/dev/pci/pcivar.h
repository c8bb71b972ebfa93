/* dev/pci/pcivar.h, machine/pci_machdep.h of amd64: pci(9), pci_intr(9). */
#ifndef MOCK_DEV_PCI_PCIVAR_H
#define MOCK_DEV_PCI_PCIVAR_H

#include <sys/bus.h>
#include <sys/device.h>
#include <sys/intr.h>
#include <dev/pci/pcireg.h>

typedef struct pci_chipset_tag *pci_chipset_tag_t; /* machine/pci_machdep_common.h */
typedef union x86_pci_tag_u {
    uint32_t mode1;
} pcitag_t;
typedef uint64_t pci_intr_handle_t;

struct pci_attach_args {
    bus_space_tag_t pa_iot;
    bus_space_tag_t pa_memt;
    bus_dma_tag_t pa_dmat;   /* addresses of 32 bits */
    bus_dma_tag_t pa_dmat64; /* of 64 */
    pci_chipset_tag_t pa_pc;
    int pa_flags;
    pcitag_t pa_tag;
    pcireg_t pa_id;
};

#define PCI_INTR_MPSAFE 1

pcireg_t pci_conf_read(pci_chipset_tag_t pc, pcitag_t tag, int reg);
void pci_conf_write(pci_chipset_tag_t pc, pcitag_t tag, int reg, pcireg_t value);
int pci_dma64_available(const struct pci_attach_args *pa);
void pci_aprint_devinfo_fancy(const struct pci_attach_args *pa, const char *naive,
                              const char *known, int addrev);
#define pci_aprint_devinfo(pa, naive) pci_aprint_devinfo_fancy(pa, naive, NULL, 0)
int pci_mapreg_map(const struct pci_attach_args *pa, int reg, pcireg_t type, int flags,
                   bus_space_tag_t *tag, bus_space_handle_t *handle, bus_addr_t *base,
                   bus_size_t *bytes);
int pci_intr_map(const struct pci_attach_args *pa, pci_intr_handle_t *handle);
int pci_intr_setattr(pci_chipset_tag_t pc, pci_intr_handle_t *handle, int attribute,
                     uint64_t value);
void *pci_intr_establish_xname(pci_chipset_tag_t pc, pci_intr_handle_t handle, int ipl,
                               int (*handler)(void *), void *argument, const char *name);
void pci_intr_disestablish(pci_chipset_tag_t pc, void *cookie);

#endif
