#include "cases.h"
#include "tap.h"

static const struct tap_case all[] = {
    {"attach-detach", attach_detach},
    {"send-one", send_one},
    {"receive-one", receive_one},
    {"send-scatter-gather", send_scatter_gather},
    {"receive-jumbo-or-chain", receive_chain},
    {"wraps", wraps},
    {"echo-without-copy", echo_without_copy},
    {"ring-full-and-recovery", ring_full_and_recovery},
    {"refill-failure", refill_failure},
    {"checksum-offload", checksum_offload},
    {"vlan", vlan},
    {"filters", filters},
    {"reset-in-traffic", reset_in_traffic},
    {"detach-in-traffic", detach_in_traffic},
    {"detach-with-blocks-out", detach_with_blocks_out},
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
    {"exceptions", exceptions},
    {"interrupted-everywhere", interrupted_everywhere},
    {"short-interrupt-routine", short_interrupt_routine},
    {"room-after-a-full-queue", room_after_a_full_queue},
    {"pool-exhausted", pool_exhausted},
    {"pool-filled-late", pool_filled_late},
    {"priority-inheritance", priority_inheritance},
    {"flood", flood},
    {"packets", packets},
};

int main(void)
{
    return tap_run(all, sizeof all / sizeof all[0]);
}
