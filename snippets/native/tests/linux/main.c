/* The Linux driver against the mock kernel and the device model. */
#include "cases.h"
#include "tap.h"

static const struct tap_case cases[] = {
    {"attach-detach", attach_detach},
    {"send-one", send_one},
    {"receive-one", receive_one},
    {"send-scatter-gather", send_scatter_gather},
    {"more-to-come", more_to_come},
    {"receive-jumbo", receive_jumbo},
    {"wraps", wraps},
    {"budget", budget},
    {"ring-full-and-recovery", ring_full},
    {"refill-failure", refill_failure},
    {"checksum-offload", checksum_offload},
    {"tso", tso},
    {"vlan", vlan},
    {"addresses", addresses},
    {"reset-in-traffic", reset_in_traffic},
    {"detach-in-traffic", detach_in_traffic},
    {"low-memory-everywhere", low_memory_everywhere},
    {"silent-device", silent_device},
    {"endless-reset", endless_reset},
    {"lost-interrupt", lost_interrupt},
    {"interrupt-storm", interrupt_storm},
    {"link-flap", link_flap},
    {"unplugged", unplugged},
    {"exceptions", exceptions},
    {"exceptions-register", exceptions_register},
    {"packets", packets},
};

int main(void)
{
    return tap_run(cases, sizeof cases / sizeof cases[0]);
}
