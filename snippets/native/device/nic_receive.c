/* Takes frames from the wire, filters them, and stores them buffer by buffer (8254x SDM 3.2). */
#include <stdlib.h>
#include <string.h>

#include "nic_state.h"

enum { FCS = 4, ADDRESS = 6, TYPE_AT = 12, TAG_BYTES = 4 };
enum { DD = 0x01, EOP = 0x02, IXSM = 0x04, VP = 0x08, TCPCS = 0x20, IPCS = 0x40, PIF = 0x80 };
enum { CE = 0x01, TCPE = 0x20, IPE = 0x40 };

static bool is_own(struct nic *nic, const uint8_t *frame)
{
    uint32_t low = frame[0] | (uint32_t)frame[1] << 8 | (uint32_t)frame[2] << 16 |
                   (uint32_t)frame[3] << 24;
    uint32_t high = frame[4] | (uint32_t)frame[5] << 8;
    uint32_t i;

    for (i = 0; i < RBE_RECEIVE_ADDRESSES; i++) {
        uint32_t rest = *nic_register(nic, RBE_RAH + 8 * i);
        if ((rest & RBE_RAH_AV) && (rest & 0xffff) == high &&
            *nic_register(nic, RBE_RAL + 8 * i) == low)
            return true;
    }
    return false;
}

static bool is_in_table(struct nic *nic, uint32_t table, uint32_t index)
{
    return *nic_register(nic, table + (index >> 5) * 4) >> (index & 31) & 1;
}

/* Twelve bits of the address, from bit 36, 35, 34 or 32 of it on (8254x SDM 13.4.22). */
static uint32_t multicast_index(struct nic *nic, const uint8_t *frame)
{
    static const unsigned shifts[] = {4, 3, 2, 0};
    uint32_t top = frame[4] | (uint32_t)frame[5] << 8;

    return top >> shifts[*nic_register(nic, RBE_RCTL) >> RBE_RCTL_MO_SHIFT & 3] & 0xfff;
}

static bool accepts_address(struct nic *nic, const uint8_t *frame, bool *inexact)
{
    static const uint8_t broadcast[ADDRESS] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    bool group = frame[0] & 1;

    *inexact = false;
    if (memcmp(frame, broadcast, ADDRESS) == 0 && nic_has(nic, RBE_RCTL, RBE_RCTL_BAM))
        return true;
    if (nic_has(nic, RBE_RCTL, group ? RBE_RCTL_MPE : RBE_RCTL_UPE) || is_own(nic, frame))
        return true;
    *inexact = group && is_in_table(nic, RBE_MTA, multicast_index(nic, frame));
    return *inexact;
}

static bool is_wanted(struct nic *nic, const struct nic_heard *heard,
                      struct nic_headers *found, bool *inexact)
{
    size_t longest = nic_has(nic, RBE_RCTL, RBE_RCTL_LPE) ? NIC_LONGEST_FRAME : NIC_USUAL_FRAME;

    nic_count_heard(nic, heard);
    if (!heard->good && !nic_has(nic, RBE_RCTL, RBE_RCTL_SBP))
        return false;
    if (heard->length > longest) {
        nic_count(nic, RBE_ROC);
        return false;
    }
    if (heard->length < ADDRESS || !accepts_address(nic, heard->bytes, inexact))
        return false;
    nic_find_headers(heard->bytes, heard->length, *nic_register(nic, RBE_VET) & 0xffff, found);
    return found->tag == NIC_NO_TAG || !nic_has(nic, RBE_RCTL, RBE_RCTL_VFE) ||
           is_in_table(nic, RBE_VFTA, (uint32_t)found->tag & 0xfff);
}

/* Status and errors of a frame's last descriptor, at their places in its upper half. */
static uint64_t verdict(struct nic *nic, const struct nic_heard *heard,
                        const struct nic_headers *found, bool inexact)
{
    uint32_t status = inexact ? PIF : 0, errors = heard->good ? 0 : CE;
    bool good, ip = found->ip >= 0 && !found->ipv6 && nic_has(nic, RBE_RXCSUM, RBE_RXCSUM_IPOFL);
    bool transport = nic_has(nic, RBE_RXCSUM, RBE_RXCSUM_TUOFL) &&
                     nic_check_transport(heard->bytes, found, &good);

    if (ip)
        status |= IPCS;
    if (ip && !nic_ip_is_good(heard->bytes, found))
        errors |= IPE;
    if (transport)
        status |= TCPCS;
    if (transport && !good)
        errors |= TCPE;
    if (!ip && !transport)
        status |= IXSM;
    return (uint64_t)(status | errors << 8) << 32;
}

/* Sum from PCSS on, as it stands in bytes 10 and 11. */
static uint64_t packet_checksum(struct nic *nic, const struct nic_heard *heard)
{
    uint32_t control = *nic_register(nic, RBE_RXCSUM), start = control & RBE_RXCSUM_PCSS;

    if (control == 0 || start >= heard->length)
        return 0;
    return (uint64_t)nic_sum(0, heard->bytes + start, heard->length - start) << 16;
}

static uint32_t buffer_size(struct nic *nic)
{
    uint32_t control = *nic_register(nic, RBE_RCTL);
    uint32_t size = 2048u >> ((control & RBE_RCTL_BSIZE_MASK) >> 16);

    return control & RBE_RCTL_BSEX ? 16 * size : size;
}

static bool store_part(struct nic *nic, const struct nic_heard *heard, size_t from, size_t length,
                       uint64_t word)
{
    struct nic_slot slot;
    bool last = from + length == heard->length;
    uint64_t sum = word & 0xffff0000u;

    if (!nic_fetch(nic, RBE_RDBAL, &slot) ||
        !nic_write_memory(nic, slot.address, heard->bytes + from, length))
        return false;
    nic_advance(nic, RBE_RDBAL);
    if (!last)
        word = sum | (uint64_t)IXSM << 32;
    nic_write_back(nic, slot.bus, word | length | (uint64_t)(DD | (last ? EOP : 0)) << 32);
    return true;
}

static bool store(struct nic *nic, const struct nic_heard *heard, uint64_t word)
{
    size_t room = buffer_size(nic), from;
    uint32_t owned = nic_owned(nic, RBE_RDBAL);

    if (owned == 0 || owned < (heard->length + room - 1) / room) {
        nic_count(nic, RBE_MPC);
        nic_cause(nic, RBE_ICR_RXO);
        return false;
    }
    for (from = 0; from < heard->length; from += room) {
        size_t left = heard->length - from;
        if (!store_part(nic, heard, from, left < room ? left : room, word))
            return false;
    }
    nic_cause(nic, RBE_ICR_RXT0 | (nic_owned(nic, RBE_RDBAL) <= nic_ring_size(nic, RBE_RDBAL) / 2
                                       ? RBE_ICR_RXDMT0 : 0));
    return true;
}

static uint64_t take_tag_out(struct nic *nic, struct nic_heard *heard, int32_t tag)
{
    if (tag == NIC_NO_TAG || !nic_has(nic, RBE_CTRL, RBE_CTRL_VME))
        return 0;
    heard->length -= TAG_BYTES;
    memmove(heard->bytes + TYPE_AT, heard->bytes + TYPE_AT + TAG_BYTES, heard->length - TYPE_AT);
    return (uint64_t)tag << 48 | (uint64_t)VP << 32;
}

static void append_fcs(struct nic *nic, struct nic_heard *heard)
{
    uint32_t fcs = nic_crc(heard->bytes, heard->length);
    int i;

    if (nic_has(nic, RBE_RCTL, RBE_RCTL_SECRC))
        return;
    if (!heard->good)
        fcs = ~fcs;
    for (i = 0; i < FCS; i++)
        heard->bytes[heard->length++] = (uint8_t)(fcs >> 8 * i);
}

static void deliver(struct nic *nic, struct nic_heard *heard)
{
    struct nic_headers found;
    bool inexact;
    size_t length = heard->length;
    uint64_t word;

    if (!is_wanted(nic, heard, &found, &inexact))
        return;
    word = verdict(nic, heard, &found, inexact) | packet_checksum(nic, heard);
    word |= take_tag_out(nic, heard, found.tag);
    append_fcs(nic, heard);
    if (store(nic, heard, word) && heard->good)
        nic_count_received(nic, heard->bytes, length);
}

bool nic_receive_one(struct nic *nic)
{
    struct nic_heard heard;

    if (nic->count_waiting == 0)
        return false;
    heard = nic->waiting[nic->first_waiting];
    nic->first_waiting = (nic->first_waiting + 1) % NIC_ON_WIRE;
    nic->count_waiting--;
    if (nic_has(nic, RBE_RCTL, RBE_RCTL_EN) && nic_link_is_up(nic))
        deliver(nic, &heard);
    free(heard.bytes);
    return true;
}
