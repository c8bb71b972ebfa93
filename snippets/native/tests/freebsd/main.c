#include "cases.h"
#include "tap.h"

static const struct tap_case all[] = {
    {"attach-detach", attach_detach},
    {"send-one", send_one},
    {"receive-one", receive_one},
    {"send-scatter-gather", send_scatter_gather},
    {"receive-jumbo-or-chain", receive_jumbo},
    {"wraps", wraps},
    {"ring-full-and-recovery", ring_full_and_recovery},
    {"contended-lock", contended},
    {"refill-failure", refill_failure},
    {"checksum-offload", checksum_offload},
    {"tso", tso},
    {"tso-needs-checksums", tso_needs_checksums},
    {"vlan", vlan},
    {"filters", filters},
    {"reset-in-traffic", reset_in_traffic},
    {"detach-in-traffic", detach_in_traffic},
    {"low-memory-everywhere", low_memory_everywhere},
    {"silent-device", silent_device},
    {"late-write-backs", late_device},
    {"deaf-doorbell", deaf_device},
    {"endless-reset", endless_reset},
    {"lost-interrupt", lost_interrupt},
    {"interrupt-storm", interrupt_storm},
    {"link-flap", link_flap},
    {"unplugged", unplugged},
    {"damaged-frames", damaged_frames},
    {"requests", requests},
    {"packets", packets},
};

int main(void)
{
    return tap_run(all, sizeof all / sizeof all[0]);
}
