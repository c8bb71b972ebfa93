/* Fetches transmit descriptors in three formats and gathers frames (8254x SDM 3.3, 3.4). */
#include <string.h>

#include "nic_state.h"
#include "rule.h"

/* Command bits, at the same place in all three; IC and TSE share one. */
enum { EOP = 0x01, IFCS = 0x02, IC_OR_TSE = 0x04, RS = 0x08, DEXT = 0x20, VLE = 0x40 };
enum { CONTEXT_TCP = 0x01, CONTEXT_IP = 0x02, IXSM = 0x01, TXSM = 0x02, TYPE_DATA = 1 };

static uint32_t field(uint64_t word, unsigned shift, unsigned bits)
{
    return (uint32_t)(word >> shift & ((1ull << bits) - 1));
}

static void take_context(struct nic *nic, const struct nic_slot *slot)
{
    uint32_t command = field(slot->rest, 24, 8);
    struct nic_context *context = &nic->contexts[command & IC_OR_TSE ? 1 : 0];

    context->known = true;
    context->tcp = command & CONTEXT_TCP;
    context->ipv4 = command & CONTEXT_IP;
    context->ip_start = field(slot->address, 0, 8);
    context->ip_store = field(slot->address, 8, 8);
    context->ip_end = field(slot->address, 16, 16);
    context->transport_start = field(slot->address, 32, 8);
    context->transport_store = field(slot->address, 40, 8);
    context->transport_end = field(slot->address, 48, 16);
    context->payload = field(slot->rest, 0, 20);
    context->header = field(slot->rest, 40, 8);
    context->mss = field(slot->rest, 48, 16);
}

static int32_t tag_of(const struct nic_slot *slot, uint32_t command)
{
    return command & VLE ? (int32_t)field(slot->rest, 48, 16) : NIC_NO_TAG;
}

/* A frame's first descriptor says what is to be done, its last whether a tag goes in. */
static void begin(struct nic_order *order, const struct nic_slot *slot, uint32_t command)
{
    bool extended = command & DEXT;
    uint32_t options = extended ? field(slot->rest, 40, 8) : 0;

    memset(order, 0, sizeof *order);
    order->begun = true;
    order->segment = extended && (command & IC_OR_TSE);
    order->ip_checksum = options & IXSM;
    order->transport_checksum = options & TXSM;
    order->fcs = command & IFCS;
    order->tag = tag_of(slot, command);
}

static void end(struct nic_order *order, const struct nic_slot *slot, uint32_t command)
{
    order->legacy_checksum = !(command & DEXT) && (command & IC_OR_TSE);
    order->cso = field(slot->rest, 16, 8);
    order->css = field(slot->rest, 40, 8);
    if (order->segment)
        return; /* of a frame that is cut the first descriptor decides that too */
    order->fcs = command & IFCS;
    order->tag = tag_of(slot, command);
}

/* A null address or no length transfers nothing (8254x SDM 3.3.3). */
static bool fetch_data(struct nic *nic, const struct nic_slot *slot, uint32_t command)
{
    uint32_t length = field(slot->rest, 0, command & DEXT ? 20 : 16);
    size_t most = nic->order.segment ? NIC_GATHERED : NIC_LONGEST_FRAME;

    if (slot->address == 0 || length == 0)
        return true;
    rule_require(nic->length + length <= most, "8254x/frame-too-long", "8254x SDM 3.3.3",
                 "a frame of more than %zu bytes: is there no EOP?", most);
    if (!nic_read_memory(nic, slot->address, nic->frame + nic->length, length))
        return false;
    nic->length += length;
    return true;
}

static bool gather(struct nic *nic, const struct nic_slot *slot, uint32_t command)
{
    struct nic_order *order = &nic->order;

    if (!order->begun)
        begin(order, slot, command);
    if (!fetch_data(nic, slot, command))
        return false;
    if (command & EOP) {
        end(order, slot, command);
        nic_send(nic);
        order->begun = false;
        nic->length = 0;
    }
    return true;
}

static void report(struct nic *nic, const struct nic_slot *slot, uint32_t command)
{
    uint32_t causes = nic_owned(nic, RBE_TDBAL) == 0 ? RBE_ICR_TXQE : 0;

    if (command & RS) {
        nic_write_back(nic, slot->bus, slot->rest | 1ull << 32);
        causes |= RBE_ICR_TXDW;
    }
    nic_cause(nic, causes);
}

bool nic_transmit_one(struct nic *nic)
{
    struct nic_slot slot;
    uint32_t command;

    if (!nic_has(nic, RBE_TCTL, RBE_TCTL_EN) || !nic_link_is_up(nic) ||
        nic_owned(nic, RBE_TDBAL) == 0 || !nic_fetch(nic, RBE_TDBAL, &slot))
        return false;
    command = field(slot.rest, 24, 8);
    if ((command & DEXT) && field(slot.rest, 20, 4) != TYPE_DATA)
        take_context(nic, &slot);
    else if (!gather(nic, &slot, command))
        return false;
    nic_advance(nic, RBE_TDBAL);
    report(nic, &slot, command);
    return true;
}
