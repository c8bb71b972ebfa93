/* What other drivers can and this device or kernel cannot: answered, and in exceptions.tsv. */
#include "if_rbevar.h"

// tag::exceptions[]
DP_PORTING_EXCEPTION("driver-parameters", "a network example has no settings of its own");
int rbe_no_driver_parameters(struct rbe_softc *sc __unused)
{
    return ENOTTY;
}

DP_PORTING_EXCEPTION("generic-operations", "no operation is defined for this class of device");
int rbe_no_generic_operations(struct rbe_softc *sc __unused)
{
    return ENOTTY;
}

DP_PORTING_EXCEPTION("fixed-media", "the PHY is left to autonegotiation");
int rbe_no_fixed_media(struct rbe_softc *sc __unused)
{
    return EINVAL;
}
// end::exceptions[]
