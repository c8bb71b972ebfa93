/* What other drivers can and this device or kernel cannot: answered, and in exceptions.tsv. */
#include "rbe.h"

// tag::exceptions[]
DP_PORTING_EXCEPTION("ring groups", "one ring each way, nothing that could sort frames");
boolean_t rbe_no_rings(void)
{
    return (B_FALSE);
}

DP_PORTING_EXCEPTION("shares", "a conventional PCI device has no functions to give away");
boolean_t rbe_no_shares(void)
{
    return (B_FALSE);
}

DP_PORTING_EXCEPTION("transceiver", "the port is copper, there is no module");
boolean_t rbe_no_transceiver(void)
{
    return (B_FALSE);
}

DP_PORTING_EXCEPTION("identification LED", "LEDs show the link, the driver does not own them");
boolean_t rbe_no_led(void)
{
    return (B_FALSE);
}

DP_PORTING_EXCEPTION("speed and flow control", "the PHY negotiates as its EEPROM tells it");
int rbe_no_negotiation(void)
{
    return (ENOTSUP);
}

DP_PORTING_EXCEPTION("forward error correction", "1000BASE-T has none to choose");
int rbe_no_error_correction(void)
{
    return (ENOTSUP);
}
// end::exceptions[]
