/* Registers, interrupt line and life of the device. */
#include "nic8254x.h"

#include <stdlib.h>
#include <string.h>

#include "nic_state.h"
#include "rule.h"

enum { EEPROM_SUM = 0xbaba, EEPROM_WORDS = 64, VLAN_TYPE = 0x8100, ITR_UNIT = 256 };

static const uint64_t STEP_NANOSECONDS = 1000000;

static void move_line(struct nic *nic)
{
    uint64_t now = nic->steps * STEP_NANOSECONDS;

    if (!(*nic_register(nic, RBE_ICR) & *nic_register(nic, RBE_IMS))) {
        nic->line = nic->line_lost = false;
        return;
    }
    if (nic->line || nic->line_lost || now < nic->not_before)
        return;
    nic->line_lost = nic->faults.lost_interrupts > 0;
    if (nic->line_lost)
        nic->faults.lost_interrupts--;
    nic->line = !nic->line_lost;
    nic->not_before = now + (uint64_t)(*nic_register(nic, RBE_ITR) & 0xffff) * ITR_UNIT;
}

void nic_cause(struct nic *nic, uint32_t bits)
{
    *nic_register(nic, RBE_ICR) |= bits;
    move_line(nic);
}

static void storm(struct nic *nic)
{
    if (nic->faults.storm == 0)
        return;
    nic->faults.storm--;
    nic_cause(nic, RBE_ICR_TXDW | RBE_ICR_RXT0);
}

bool nic_link_is_up(struct nic *nic)
{
    return nic->cable && nic_has(nic, RBE_CTRL, RBE_CTRL_SLU);
}

/* The first receive address comes from the EEPROM (8254x SDM 5.6.1). */
static void load_address(struct nic *nic)
{
    *nic_register(nic, RBE_RAL) = nic->eeprom[0] | (uint32_t)nic->eeprom[1] << 16;
    *nic_register(nic, RBE_RAH) = nic->eeprom[2] | RBE_RAH_AV;
}

static void reset(struct nic *nic)
{
    memset(nic->registers, 0, sizeof nic->registers);
    memset(nic->contexts, 0, sizeof nic->contexts);
    memset(&nic->order, 0, sizeof nic->order);
    nic->length = 0;
    nic->count_late = 0;
    nic->faults.silent = false;
    nic->stopped = false;
    nic->not_before = 0;
    *nic_register(nic, RBE_VET) = VLAN_TYPE;
    load_address(nic);
    move_line(nic);
}

static void fill_eeprom(struct nic *nic, const uint8_t address[6])
{
    uint16_t sum = 0;
    int i;

    for (i = 0; i < 3; i++)
        nic->eeprom[i] = (uint16_t)(address[2 * i] | address[2 * i + 1] << 8);
    nic->eeprom[13] = RBE_DEVICE_ID;
    nic->eeprom[14] = RBE_VENDOR_ID;
    for (i = 0; i < EEPROM_WORDS - 1; i++)
        sum = (uint16_t)(sum + nic->eeprom[i]);
    nic->eeprom[EEPROM_WORDS - 1] = (uint16_t)(EEPROM_SUM - sum);
}

struct nic *nic_power_on(const uint8_t address[6], nic_wire *wire, void *listener)
{
    struct nic *nic = calloc(1, sizeof *nic);

    nic->late = calloc(NIC_LATE, sizeof *nic->late);
    nic->wire = wire;
    nic->listener = listener;
    nic->cable = true;
    fill_eeprom(nic, address);
    reset(nic);
    return nic;
}

void nic_power_off(struct nic *nic)
{
    for (; nic->count_waiting > 0; nic->count_waiting--) {
        free(nic->waiting[nic->first_waiting].bytes);
        nic->first_waiting = (nic->first_waiting + 1) % NIC_ON_WIRE;
    }
    free(nic->late);
    free(nic);
}

static void check_offset(uint32_t offset)
{
    rule_require(offset % 4 == 0 && offset < RBE_BAR_BYTES, "8254x/register", "8254x SDM 13.1",
                 "no register at 0x%x", offset);
}

static uint32_t status(struct nic *nic)
{
    return RBE_STATUS_FD | RBE_STATUS_SPEED_1000 | (nic_link_is_up(nic) ? RBE_STATUS_LU : 0);
}

static uint32_t read_causes(struct nic *nic)
{
    uint32_t causes = *nic_register(nic, RBE_ICR);

    *nic_register(nic, RBE_ICR) = 0;
    move_line(nic);
    storm(nic);
    return causes;
}

uint32_t nic_read32(struct nic *nic, uint32_t offset)
{
    check_offset(offset);
    if (nic->faults.unplugged)
        return 0xffffffff;
    if (offset >= RBE_STATISTICS_FIRST && offset <= RBE_STATISTICS_LAST)
        return nic_read_statistic(nic, offset);
    switch (offset) {
    case RBE_CTRL:
        return *nic_register(nic, RBE_CTRL) | (nic->faults.endless_reset ? RBE_CTRL_RST : 0);
    case RBE_STATUS:
        return status(nic);
    case RBE_ICR:
        return read_causes(nic);
    case RBE_ICS: case RBE_IMC:
        return 0;
    default:
        return *nic_register(nic, offset);
    }
}

static void write_control(struct nic *nic, uint32_t value)
{
    bool was_up = nic_link_is_up(nic);

    if (value & RBE_CTRL_RST) {
        reset(nic);
        value &= ~(RBE_CTRL_RST | RBE_CTRL_SLU);
        *nic_register(nic, RBE_CTRL) = value;
        return;
    }
    *nic_register(nic, RBE_CTRL) = value & ~RBE_CTRL_PHY_RST;
    if (was_up != nic_link_is_up(nic))
        nic_cause(nic, RBE_ICR_LSC);
}

/* One word of the EEPROM (8254x SDM 13.4.4). */
static void read_eeprom(struct nic *nic, uint32_t value)
{
    uint32_t word = value >> RBE_EERD_ADDRESS_SHIFT & 0xff;
    uint32_t data = word < EEPROM_WORDS ? nic->eeprom[word] : 0xffff;

    *nic_register(nic, RBE_EERD) =
        value & RBE_EERD_START ? data << RBE_EERD_DATA_SHIFT | word << RBE_EERD_ADDRESS_SHIFT |
                                     RBE_EERD_DONE
                               : value;
}

/* A PHY at address 1 with its first four registers (IEEE 802.3, 22.2.4; 8254x SDM 13.4.6). */
static void talk_to_phy(struct nic *nic, uint32_t value)
{
    uint32_t phy = value >> RBE_MDIC_PHY_SHIFT & 31, at = value >> RBE_MDIC_REGISTER_SHIFT & 31;
    uint32_t registers[4] = {0x1140, 0x7949 | (nic->cable ? 0x24u : 0), 0x0141, 0x0c20};
    uint32_t data = at < 4 ? registers[at] : 0;

    value |= RBE_MDIC_READY;
    if (phy != 1)
        value |= RBE_MDIC_ERROR;
    else if (value & RBE_MDIC_OP_READ)
        value = (value & 0xffff0000u) | data;
    *nic_register(nic, RBE_MDIC) = value;
}

/* The manual allows all but the tail only before the ring is enabled. */
static void check_set_up(struct nic *nic, uint32_t offset)
{
    bool receive = offset >= RBE_RDBAL && offset <= RBE_RDH;
    bool transmit = offset >= RBE_TDBAL && offset <= RBE_TDH;

    rule_require(!(receive && nic_has(nic, RBE_RCTL, RBE_RCTL_EN)), "8254x/set-up-while-enabled",
                 "8254x SDM 14.4", "writes register 0x%x while the receiver is enabled", offset);
    rule_require(!(transmit && nic_has(nic, RBE_TCTL, RBE_TCTL_EN)), "8254x/set-up-while-enabled",
                 "8254x SDM 14.5", "writes register 0x%x while the transmitter is enabled", offset);
}

static void write_other(struct nic *nic, uint32_t offset, uint32_t value)
{
    check_set_up(nic, offset);
    if ((offset == RBE_RDT || offset == RBE_TDT) && nic->faults.deaf_doorbells > 0)
        nic->faults.deaf_doorbells--;
    else if (offset < RBE_STATISTICS_FIRST || offset > RBE_STATISTICS_LAST)
        *nic_register(nic, offset) = value;
}

void nic_write32(struct nic *nic, uint32_t offset, uint32_t value)
{
    check_offset(offset);
    if (nic->faults.unplugged)
        return;
    switch (offset) {
    case RBE_CTRL: write_control(nic, value); break;
    case RBE_STATUS: break;
    case RBE_EERD: read_eeprom(nic, value); break;
    case RBE_MDIC: talk_to_phy(nic, value); break;
    case RBE_ICR: *nic_register(nic, RBE_ICR) &= ~value; break;
    case RBE_ICS: nic_cause(nic, value); break;
    case RBE_IMS: *nic_register(nic, RBE_IMS) |= value; break;
    case RBE_IMC: *nic_register(nic, RBE_IMS) &= ~value; break;
    default: write_other(nic, offset, value); break;
    }
    move_line(nic);
}

bool nic_frame_from_wire(struct nic *nic, const void *bytes, size_t length)
{
    struct nic_heard *heard;

    if (!nic->cable || nic->count_waiting == NIC_ON_WIRE || length > NIC_LONGEST_FRAME)
        return false;
    heard = &nic->waiting[(nic->first_waiting + nic->count_waiting++) % NIC_ON_WIRE];
    heard->bytes = malloc(length + 4);
    memcpy(heard->bytes, bytes, length);
    heard->length = length;
    heard->good = nic->faults.damaged_in == 0;
    if (!heard->good)
        nic->faults.damaged_in--;
    return true;
}

static bool may_move(const struct nic *nic)
{
    return !nic->stopped && !nic->faults.silent && !nic->faults.unplugged;
}

int nic_step(struct nic *nic)
{
    int done = 0;

    nic->steps++;
    if (may_move(nic)) {
        nic_write_what_is_due(nic);
        storm(nic);
    }
    while (may_move(nic) && nic_transmit_one(nic))
        done++;
    while (may_move(nic) && nic_receive_one(nic))
        done++;
    move_line(nic);
    return done;
}

bool nic_interrupt_pending(const struct nic *nic)
{
    return nic->line && !nic->faults.unplugged;
}

void nic_link(struct nic *nic, bool up)
{
    if (nic->cable == up)
        return;
    nic->cable = up;
    nic_cause(nic, RBE_ICR_LSC);
}

struct nic_faults *nic_faults(struct nic *nic)
{
    return &nic->faults;
}

bool nic_is_stopped(const struct nic *nic)
{
    return nic->stopped;
}

bool nic_is_running(const struct nic *nic)
{
    return (nic->registers[RBE_RCTL / 4] & RBE_RCTL_EN) ||
           (nic->registers[RBE_TCTL / 4] & RBE_TCTL_EN);
}
