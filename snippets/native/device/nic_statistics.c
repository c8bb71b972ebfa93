/* The statistics registers (8254x SDM 13.7). Octets count the frame check sequence too. */
#include "nic_state.h"

enum { FCS = 4, LONGEST_COUNTED = 1522 };

void nic_count(struct nic *nic, uint32_t offset)
{
    uint32_t *counter = nic_register(nic, offset);

    if (*counter != 0xffffffff)
        ++*counter; /* they stick at the top */
}

static void add_octets(struct nic *nic, uint32_t low, size_t octets)
{
    uint32_t *pair = nic_register(nic, low);
    uint64_t sum = ((uint64_t)pair[1] << 32 | pair[0]) + octets;

    pair[0] = (uint32_t)sum;
    pair[1] = (uint32_t)(sum >> 32);
}

uint32_t nic_read_statistic(struct nic *nic, uint32_t offset)
{
    uint32_t *counter = nic_register(nic, offset), value = *counter;

    switch (offset) {
    case RBE_GORCL: case RBE_GOTCL: case RBE_TORL: case RBE_TOTL:
        return value;
    case RBE_GORCH: case RBE_GOTCH: case RBE_TORH: case RBE_TOTH:
        counter[-1] = 0;
        break;
    default:
        break;
    }
    *counter = 0;
    return value;
}

static bool is_broadcast(const uint8_t *frame)
{
    int i;

    for (i = 0; i < 6; i++)
        if (frame[i] != 0xff)
            return false;
    return true;
}

static void count_kind(struct nic *nic, const uint8_t *frame, uint32_t broadcast,
                       uint32_t multicast)
{
    if (is_broadcast(frame))
        nic_count(nic, broadcast);
    else if (frame[0] & 1)
        nic_count(nic, multicast);
}

/* Six registers: 64, 65 to 127, to 255, to 511, to 1023, and to 1522 bytes. */
static void count_size(struct nic *nic, size_t octets, uint32_t first)
{
    uint32_t index = 0, most;

    if (octets > LONGEST_COUNTED)
        return;
    for (most = 64; index < 5 && octets > (index == 0 ? 64 : most - 1); most *= 2)
        index++;
    nic_count(nic, first + index * 4);
}

void nic_count_heard(struct nic *nic, const struct nic_heard *frame)
{
    nic_count(nic, RBE_TPR);
    add_octets(nic, RBE_TORL, frame->length + FCS);
    if (!frame->good)
        nic_count(nic, RBE_CRCERRS);
}

void nic_count_received(struct nic *nic, const uint8_t *bytes, size_t length)
{
    nic_count(nic, RBE_GPRC);
    add_octets(nic, RBE_GORCL, length + FCS);
    count_kind(nic, bytes, RBE_BPRC, RBE_MPRC);
    count_size(nic, length + FCS, RBE_PRC64);
    if (length + FCS < 64)
        nic_count(nic, RBE_RUC);
}

void nic_count_sent(struct nic *nic, const uint8_t *bytes, size_t length)
{
    nic_count(nic, RBE_TPT);
    nic_count(nic, RBE_GPTC);
    add_octets(nic, RBE_TOTL, length + FCS);
    add_octets(nic, RBE_GOTCL, length + FCS);
    count_kind(nic, bytes, RBE_BPTC, RBE_MPTC);
    count_size(nic, length + FCS, RBE_PTC64);
}
