/* What other drivers can and this device or kernel cannot: answered, and in exceptions.tsv. */
#include "if_rbevar.h"

// tag::exceptions[]
DP_PORTING_EXCEPTION("send tags: kTLS, rate limits", "one ring without a pacer or a cipher");
int rbe_no_send_tag(if_t ifp __unused, union if_snd_tag_alloc_params *params __unused,
                    struct m_snd_tag **tag __unused)
{
    return (EOPNOTSUPP);
}

DP_PORTING_EXCEPTION("module EEPROM", "the port is copper, there is no module");
int rbe_no_module_eeprom(struct rbe_softc *sc __unused)
{
    return (EOPNOTSUPP);
}

DP_PORTING_EXCEPTION("receive hash", "one receive ring, and the device hashes nothing");
int rbe_no_receive_hash(struct rbe_softc *sc __unused)
{
    return (EOPNOTSUPP);
}

DP_PORTING_EXCEPTION("virtual functions", "a conventional PCI device has no SR-IOV capability");
int rbe_no_vf(device_t dev __unused, uint16_t count __unused, const nvlist_t *config __unused)
{
    return (EOPNOTSUPP);
}
// end::exceptions[]
