/* PCI: a device comes and goes, and each step that fails takes back those before it. */
#include <linux/dma-mapping.h>
#include <linux/module.h>

#include "rbe.h"

#define RBE_NAME "rbe"

static int start_device(struct rbe_port *port)
{
    u8 address[ETH_ALEN];
    int error = rbe_hw_reset(port);

    if (!error)
        error = rbe_hw_address(port, address);
    if (!error)
        eth_hw_addr_set(port->netdev, address);
    return error;
}

// tag::probe[]
/* What the rest of the driver takes for granted: a netdev with its registers mapped. */
static int add_netdev(struct pci_dev *pdev)
{
    struct net_device *netdev = alloc_etherdev(sizeof(struct rbe_port));
    struct rbe_port *port;
    int error = -ENOMEM;

    if (!netdev)
        return error;
    SET_NETDEV_DEV(netdev, &pdev->dev);
    port = netdev_priv(netdev);
    rbe_init_port(port, netdev, pdev);
    port->regs = pci_iomap(pdev, 0, RBE_BAR_BYTES);
    if (!port->regs)
        goto free;
    error = start_device(port);
    if (error)
        goto unmap;
    rbe_announce(netdev);
    netif_napi_add(netdev, &port->napi, rbe_poll);
    netif_carrier_off(netdev);
    pci_set_drvdata(pdev, netdev);
    error = register_netdev(netdev); /* last: it may be opened before this returns */
    if (error)
        goto delete_napi;
    return 0;

delete_napi:
    netif_napi_del(&port->napi);
unmap:
    pci_iounmap(pdev, port->regs);
free:
    free_netdev(netdev);
    return error;
}

static int rbe_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
    int error = pci_enable_device_mem(pdev);

    if (error)
        return error;
    error = dma_set_mask_and_coherent(&pdev->dev, DMA_BIT_MASK(64));
    if (error)
        goto disable;
    error = pci_request_mem_regions(pdev, RBE_NAME);
    if (error)
        goto disable;
    pci_set_master(pdev);
    error = add_netdev(pdev);
    if (error)
        goto release;
    return 0;

release:
    pci_clear_master(pdev);
    pci_release_mem_regions(pdev);
disable:
    pci_disable_device(pdev);
    return error;
}
// end::probe[]

// tag::remove[]
/* Nobody can ask for a reset once the netdev is gone; one that was asked for may still run. */
static void rbe_remove(struct pci_dev *pdev)
{
    struct net_device *netdev = pci_get_drvdata(pdev);
    struct rbe_port *port = netdev_priv(netdev);

    unregister_netdev(netdev);
    cancel_delayed_work_sync(&port->reset);
    netif_napi_del(&port->napi);
    pci_iounmap(pdev, port->regs);
    free_netdev(netdev);
    pci_clear_master(pdev);
    pci_release_mem_regions(pdev);
    pci_disable_device(pdev);
}
// end::remove[]

static const struct pci_device_id rbe_ids[] = {
    {PCI_DEVICE(RBE_VENDOR_ID, RBE_DEVICE_ID)},
    {}
};
MODULE_DEVICE_TABLE(pci, rbe_ids);

static struct pci_driver rbe_driver = {
    .name = RBE_NAME,
    .id_table = rbe_ids,
    .probe = rbe_probe,
    .remove = rbe_remove,
};
module_pci_driver(rbe_driver);

MODULE_DESCRIPTION("82540EM over the portable core of Ringbook");
/*
 * The licence of this project, so only symbols that are exported to every module are used:
 * no cancel_work_sync, mod_delayed_work or skb_tx_timestamp. Linux calls itself tainted (P).
 */
MODULE_LICENSE("Apache-2.0");
