#include "cases.h"
#include "tap.h"

static const struct tap_case all[] = {
    {"attach-detach", attach_detach},
    {"send-one", send_one},
    {"receive-one", receive_one},
    {"send-scatter-gather", send_scatter_gather},
    {"send-chain", send_chain},
    {"receive-jumbo-or-chain", receive_jumbo},
    {"wraps", wraps},
    {"ring-full-and-recovery", ring_full_and_recovery},
    {"refill-failure", refill_failure},
    {"lent-buffers", lent_buffers},
    {"lent-at-detach", lent_at_detach},
    {"open-at-detach", open_at_detach},
    {"echo-from-mac-rx", echoed},
    {"checksum-offload", checksum_offload},
    {"tso", tso},
    {"tso-shared-headers", tso_shared},
    {"vlan", vlan},
    {"wrong-requests", wrong_requests},
    {"filters", filters},
    {"reset-in-traffic", reset_in_traffic},
    {"detach-in-traffic", detach_in_traffic},
    {"low-memory-everywhere", low_memory_everywhere},
    {"silent-device", silent_device},
    {"late-write-backs", late_device},
    {"deaf-doorbell", deaf_device},
    {"endless-reset", endless_reset},
    {"silent-for-good", silent_for_good},
    {"lost-interrupt", lost_interrupt},
    {"interrupt-storm", interrupt_storm},
    {"link-flap", link_flap},
    {"unplugged", unplugged},
    {"damaged-frames", damaged_frames},
    {"suspend-resume", suspend_and_resume},
    {"quiesce", quiesce_in_traffic},
    {"hilevel-interrupt", hilevel_interrupt},
    {"properties", properties},
    {"statistics", statistics},
    {"packets", packets},
};

int main(void)
{
    return tap_run(all, sizeof all / sizeof all[0]);
}
