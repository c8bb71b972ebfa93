/* What the driver answers that it cannot do, and the register of it. */
#include <linux/ethtool.h>
#include <stdio.h>

#include "cases.h"
#include "port.h"

void exceptions(void)
{
    const struct net_device_ops *ops;
    struct netlink_ext_ack ack = {0};
    struct netdev_bpf bpf = {XDP_SETUP_PROG, &ack};

    port_open();
    ops = mock.netdev->netdev_ops;
    tap_equal(-EOPNOTSUPP, ops->ndo_bpf(mock.netdev, &bpf));
    tap_check(ack._msg != NULL);
    tap_equal(-EOPNOTSUPP, ops->ndo_setup_tc(mock.netdev, TC_QUERY_CAPS, NULL));
    tap_equal(-EOPNOTSUPP, ops->ndo_set_vf_mac(mock.netdev, 0, pattern));
    tap_equal(-EOPNOTSUPP, ops->ndo_eth_ioctl(mock.netdev, NULL, 0));
    tap_equal(-EOPNOTSUPP, mock.netdev->ethtool_ops->set_rxnfc(mock.netdev, NULL));
    port_close();
}

/* Every line of the register names a function that carries the mark, and none is missing. */
void exceptions_register(void)
{
    static char source[65536];
    char line[512], feature[64], function[64], mark[160];
    FILE *code = fopen("drivers/linux/rbe_ethtool.c", "r");
    FILE *list = fopen("drivers/linux/exceptions.tsv", "r");
    int lines = -1, marks = 0; /* the first line has the names of the columns */
    const char *at;

    if (!tap_expect(code && list, "the register and the source can be read", __FILE__, __LINE__))
        return;
    source[fread(source, 1, sizeof source - 1, code)] = 0;
    for (; fgets(line, sizeof line, list); lines++) {
        if (lines < 0 || sscanf(line, "%63s %63s", feature, function) != 2)
            continue;
        snprintf(mark, sizeof mark, "DP_PORTING_EXCEPTION(\"%s\"", feature);
        tap_expect(strstr(source, mark) != NULL, mark, __FILE__, __LINE__);
        tap_expect(strstr(source, function) != NULL, function, __FILE__, __LINE__);
    }
    for (at = source; (at = strstr(at, "DP_PORTING_EXCEPTION(")); at++)
        marks++;
    tap_equal(marks, lines);
    fclose(code);
    fclose(list);
}
