/* The device model against the manual: registers, filters, offloads, faults, rules. */
#include <string.h>

#include "bench.h"

enum { DD = 1, EOP_STATUS = 2 };

static const uint64_t WHOLE = 0x0b000000; /* EOP, IFCS, RS */
static const uint32_t HEAR_OWN = RBE_RCTL_EN | RBE_RCTL_SECRC;

/* Frames of DPDK's checksum test, made by scapy; checksums as it gives them. */
static const char IPV4_TCP[] =
    "ffffffffffff0000000000000800450000280001000040067ccd7f0000017f00000100140050"
    "000000000000000050022000917c0000000000000000";
static const char IPV4_UDP[] =
    "ffffffffffff00000000000008004500001d0001000040117ccd7f0000017f000001003500350009896f78"
    "0000000000000000000000000000000000";
static const char IPV6_UDP[] =
    "ffffffffffff00000000000086dd60000000000911400000000000000000000000000000000100000000"
    "0000000000000000000000010035003500098770780000";

static uint32_t status_of(unsigned slot)
{
    return bench.rx[2 * slot + 1] >> 32 & 0xff;
}

static uint32_t errors_of(unsigned slot)
{
    return bench.rx[2 * slot + 1] >> 40 & 0xff;
}

static void reset_state(void)
{
    bench_open(0);
    nic_write32(bench.nic, RBE_CTRL, RBE_CTRL_SLU | RBE_CTRL_RST);
    tap_equal(0, nic_read32(bench.nic, RBE_CTRL));
    tap_equal(0x33221102, nic_read32(bench.nic, RBE_RAL));
    tap_equal(RBE_RAH_AV | 0x5544, nic_read32(bench.nic, RBE_RAH));
    tap_equal(0x8100, nic_read32(bench.nic, RBE_VET));
    tap_equal(0, nic_read32(bench.nic, RBE_TDLEN));
    tap_equal(0, nic_read32(bench.nic, RBE_TCTL));
    tap_check(!nic_is_running(bench.nic));
    bench_close();
}

static void eeprom_and_phy(void)
{
    uint32_t word, sum = 0, i;

    bench_open(0);
    for (i = 0; i < 64; i++) {
        nic_write32(bench.nic, RBE_EERD, i << RBE_EERD_ADDRESS_SHIFT | RBE_EERD_START);
        word = nic_read32(bench.nic, RBE_EERD);
        tap_check(word & RBE_EERD_DONE);
        sum += word >> RBE_EERD_DATA_SHIFT;
    }
    tap_equal(0xbaba, sum & 0xffff);
    nic_write32(bench.nic, RBE_MDIC,
                1u << RBE_MDIC_PHY_SHIFT | 2u << RBE_MDIC_REGISTER_SHIFT | RBE_MDIC_OP_READ);
    word = nic_read32(bench.nic, RBE_MDIC);
    tap_check(word & RBE_MDIC_READY);
    tap_equal(0x0141, word & 0xffff);
    bench_close();
}

static void interrupts(void)
{
    bench_open(0);
    nic_write32(bench.nic, RBE_ICS, RBE_ICR_LSC);
    tap_check(!nic_interrupt_pending(bench.nic));
    nic_write32(bench.nic, RBE_IMS, RBE_ICR_LSC | RBE_ICR_RXT0);
    tap_check(nic_interrupt_pending(bench.nic));
    nic_write32(bench.nic, RBE_IMC, RBE_ICR_LSC);
    tap_check(!nic_interrupt_pending(bench.nic));
    tap_equal(RBE_ICR_RXT0, nic_read32(bench.nic, RBE_IMS));
    nic_write32(bench.nic, RBE_IMS, RBE_ICR_LSC);
    tap_equal(RBE_ICR_LSC, nic_read32(bench.nic, RBE_ICR));
    tap_check(!nic_interrupt_pending(bench.nic));
    tap_equal(0, nic_read32(bench.nic, RBE_ICR));
    bench_close();
}

static void moderation(void)
{
    bench_open(0);
    nic_write32(bench.nic, RBE_ITR, 15625); /* 4 ms */
    nic_write32(bench.nic, RBE_IMS, RBE_ICR_TXDW);
    nic_write32(bench.nic, RBE_ICS, RBE_ICR_TXDW);
    tap_check(nic_interrupt_pending(bench.nic));
    nic_read32(bench.nic, RBE_ICR);
    nic_write32(bench.nic, RBE_ICS, RBE_ICR_TXDW);
    nic_step(bench.nic);
    nic_step(bench.nic);
    nic_step(bench.nic);
    tap_check(!nic_interrupt_pending(bench.nic));
    nic_step(bench.nic);
    tap_check(nic_interrupt_pending(bench.nic));
    bench_close();
}

static void transmit_report(void)
{
    bench_open(0);
    bench_tx(0, bench.address, 30);
    bench_tx(1, bench.address + 30, WHOLE | 30 | 0x1234ull << 48);
    bench_tail_tx(2);
    tap_equal(2, nic_step(bench.nic));
    tap_equal(30, bench.tx[1]);
    tap_equal((long long)(WHOLE | 30 | 0x1234ull << 48 | 1ull << 32), bench.tx[3]);
    tap_equal(2, nic_read32(bench.nic, RBE_TDH));
    tap_equal(RBE_ICR_TXDW | RBE_ICR_TXQE, nic_read32(bench.nic, RBE_ICR));
    tap_equal(60, bench.sent[0].length);
    tap_equal(1, nic_read32(bench.nic, RBE_GPTC));
    tap_equal(0, nic_read32(bench.nic, RBE_GPTC));
    tap_equal(64, nic_read32(bench.nic, RBE_GOTCL));
    bench_close();
}

static void own_check_sequence(void)
{
    size_t i;

    bench_open(0);
    for (i = 0; i < 60; i++)
        bench.memory[i] = (uint8_t)i;
    bench_hex(60, "ee7fecb0"); /* CRC-32 of 00 01 … 3b is 0xb0ec7fee, as zlib has it */
    bench_tx(0, bench.address, 0x09000000 | 64);
    bench_tx(1, bench.address + 1, 0x09000000 | 63);
    bench_tail_tx(2);
    nic_step(bench.nic);
    tap_equal(1, bench.count);
    tap_equal(60, bench.sent[0].length);
    bench_close();
}

static void legacy_checksum(void)
{
    size_t length;

    bench_open(0);
    length = bench_hex(0, IPV4_TCP);
    bench.memory[50] = 0xfe;
    bench.memory[51] = 0x1c; /* the pseudo header */
    bench_tx(0, bench.address, WHOLE | 0x04000000 | length | 50ull << 16 | 34ull << 40);
    bench_tail_tx(1);
    nic_step(bench.nic);
    tap_equal(1, bench.count);
    bench_sent_is(0, 0, IPV4_TCP);
    bench_close();
}

/* tso_gso_rules of RFC 9293 and 791: sequence number and identification both wrap. */
static void segmentation(void)
{
    unsigned i;

    bench_open(0);
    bench_hex(0, "020000000002020000000001" "0800"
                 "45000000ffff400040060000c0000201c6336402"
                 "c0000050fffffc001122334450192000" "00000000");
    bench.memory[50] = 0xec;
    bench.memory[51] = 0x3d; /* of addresses and protocol, the length is the device's */
    for (i = 0; i < 4000; i++)
        bench.memory[54 + i] = (uint8_t)i;
    bench_tx(0, 0x0eull | 0x18ull << 8 | 0x21ull << 16 | 0x22ull << 32 | 0x32ull << 40,
             4000 | 0x27000000ull | 54ull << 40 | 1460ull << 48);
    bench_tx(1, bench.address, 54 | 1 << 20 | 0x26000000ull | 3ull << 40);
    bench_tx(2, bench.address + 54, 4000 | 1 << 20 | 0x2f000000ull | 3ull << 40);
    bench_tail_tx(3);
    nic_step(bench.nic);
    tap_equal(3, bench.count);
    bench_sent_is(0, 14, "450005dcffff4000400648e5c0000201c6336402");
    bench_sent_is(0, 34, "c0000050fffffc001122334450102000722f0000");
    bench_sent_is(1, 14, "450005dc00004000400648e5c0000201c6336402");
    bench_sent_is(1, 34, "c0000050000001b4112233445010200019290000");
    bench_sent_is(2, 14, "450004600001400040064a60c0000201c6336402");
    bench_sent_is(2, 34, "c00000500000076811223344501920002fc00000");
    tap_equal(1, nic_read32(bench.nic, RBE_TSCTC));
    tap_equal(3, nic_read32(bench.nic, RBE_GPTC));
    bench_close();
}

static void tag_and_padding(void)
{
    bench_open(0);
    bench_hex(0, "0200000000020200000000018" "8b500");
    bench_tx(0, bench.address, WHOLE | 0x40000000 | 20 | 0xa064ull << 48);
    bench_tail_tx(1);
    nic_step(bench.nic);
    tap_equal(64, bench.sent[0].length);
    bench_sent_is(0, 12, "8100a064");
    bench_close();
}

static void post_all(void)
{
    unsigned i;

    for (i = 0; i < BENCH_SLOTS - 1; i++)
        bench_post(i, bench.address + i * 2048);
    bench_tail_rx(BENCH_SLOTS - 1);
}

static void filters(void)
{
    bench_open(HEAR_OWN | RBE_RCTL_BAM);
    post_all();
    nic_write32(bench.nic, RBE_MTA + 4 * (0xabc >> 5), 1u << (0xabc & 31));
    bench_hear("021122334455", 60); /* own */
    bench_hear("021122334456", 60);
    bench_hear("ffffffffffff", 60);
    bench_hear("01005e000001", 60);
    bench_hear("01005e00c0ab", 60); /* in the table: bits 47 to 36 are 0xabc */
    nic_step(bench.nic);
    tap_equal(3, nic_read32(bench.nic, RBE_RDH));
    tap_equal(0x80, status_of(2) & 0x80);
    tap_equal(5, nic_read32(bench.nic, RBE_TPR));
    tap_equal(3, nic_read32(bench.nic, RBE_GPRC));
    tap_equal(1, nic_read32(bench.nic, RBE_BPRC));
    tap_equal(3, nic_read32(bench.nic, RBE_PRC64));
    tap_equal(RBE_ICR_RXT0, nic_read32(bench.nic, RBE_ICR) & RBE_ICR_RXT0);
    bench_close();
}

static void hear_hex(const char *hex, unsigned damaged_at)
{
    size_t length = bench_hex(32768, hex);

    bench.memory[32768 + damaged_at] ^= damaged_at ? 1 : 0;
    nic_frame_from_wire(bench.nic, bench.memory + 32768, length);
}

static void checksum_verdicts(void)
{
    bench_open(HEAR_OWN | RBE_RCTL_BAM);
    nic_write32(bench.nic, RBE_RXCSUM, RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL);
    post_all();
    hear_hex(IPV4_TCP, 0);
    hear_hex(IPV4_UDP, 0);
    hear_hex(IPV6_UDP, 0);
    hear_hex(IPV4_TCP, 22);
    hear_hex(IPV4_UDP, 42);
    bench_hear("ffffffffffff", 60);
    nic_step(bench.nic);
    tap_equal(0x63, status_of(0));
    tap_equal(0x63, status_of(1));
    tap_equal(0x23, status_of(2));
    tap_equal(0x00, errors_of(0) | errors_of(1) | errors_of(2));
    tap_equal(0x40, errors_of(3));
    tap_equal(0x20, errors_of(4));
    tap_equal(0x07, status_of(5));
    bench_close();
}

static void several_buffers(void)
{
    bench_open(HEAR_OWN | RBE_RCTL_UPE | RBE_RCTL_LPE | RBE_RCTL_BSIZE_1024);
    post_all();
    bench_hear("020000000009", 2500);
    bench_hear("020000000009", 9000); /* nine buffers, and six are left of them */
    nic_step(bench.nic);
    tap_equal(3, nic_read32(bench.nic, RBE_RDH));
    tap_equal(1024, bench.rx[1] & 0xffff);
    tap_equal(DD, status_of(0) & 3);
    tap_equal(2500 - 2048, bench.rx[5] & 0xffff);
    tap_equal(DD | EOP_STATUS, status_of(2) & 3);
    tap_equal(1, nic_read32(bench.nic, RBE_MPC));
    tap_check(nic_read32(bench.nic, RBE_ICR) & RBE_ICR_RXO);
    bench_close();
}

static void lengths(void)
{
    bench_open(RBE_RCTL_EN | RBE_RCTL_UPE);
    post_all();
    bench_hear("020000000009", 1518);
    bench_hear("020000000009", 1519);
    nic_step(bench.nic);
    tap_equal(1, nic_read32(bench.nic, RBE_RDH));
    tap_equal(1522, bench.rx[1] & 0xffff); /* the check sequence is not stripped */
    tap_equal(1, nic_read32(bench.nic, RBE_ROC));
    bench_close();
}

static void damaged_frames(void)
{
    bench_open(HEAR_OWN | RBE_RCTL_UPE);
    post_all();
    nic_faults(bench.nic)->damaged_in = 1;
    bench_hear("020000000009", 60);
    bench_hear("020000000009", 60);
    nic_step(bench.nic);
    tap_equal(1, nic_read32(bench.nic, RBE_RDH));
    tap_equal(1, nic_read32(bench.nic, RBE_CRCERRS));
    nic_faults(bench.nic)->damaged_out = 1;
    bench_tx(0, bench.address, WHOLE | 60);
    bench_tail_tx(1);
    nic_step(bench.nic);
    tap_equal(0, bench.count);
    bench_close();
}

static void silent_and_late(void)
{
    bench_open(0);
    bench_tx(0, bench.address, WHOLE | 60);
    nic_faults(bench.nic)->late_steps = 2;
    bench_tail_tx(1);
    nic_step(bench.nic);
    tap_equal(1, nic_read32(bench.nic, RBE_TDH));
    tap_equal(0, bench.tx[1] >> 32 & 1);
    nic_step(bench.nic);
    nic_step(bench.nic);
    tap_equal(1, bench.tx[1] >> 32 & 1);
    nic_faults(bench.nic)->silent = true;
    bench_tx(1, bench.address, WHOLE | 60);
    bench_tail_tx(2);
    tap_equal(0, nic_step(bench.nic));
    nic_write32(bench.nic, RBE_CTRL, RBE_CTRL_RST);
    tap_check(!nic_faults(bench.nic)->silent);
    bench_close();
}

static void lost_interrupts_and_storms(void)
{
    int storms = 0;

    bench_open(0);
    nic_write32(bench.nic, RBE_IMS, RBE_ICR_TXDW | RBE_ICR_RXT0);
    nic_faults(bench.nic)->lost_interrupts = 1;
    nic_write32(bench.nic, RBE_ICS, RBE_ICR_TXDW);
    nic_step(bench.nic);
    tap_check(!nic_interrupt_pending(bench.nic));
    nic_read32(bench.nic, RBE_ICR);
    nic_write32(bench.nic, RBE_ICS, RBE_ICR_TXDW);
    tap_check(nic_interrupt_pending(bench.nic));
    nic_read32(bench.nic, RBE_ICR);
    nic_faults(bench.nic)->storm = 10;
    nic_step(bench.nic);
    for (; nic_interrupt_pending(bench.nic); storms++)
        nic_read32(bench.nic, RBE_ICR);
    tap_equal(10, storms);
    bench_close();
}

static void link_and_unplugging(void)
{
    bench_open(0);
    tap_check(nic_read32(bench.nic, RBE_STATUS) & RBE_STATUS_LU);
    nic_link(bench.nic, false);
    tap_check(!(nic_read32(bench.nic, RBE_STATUS) & RBE_STATUS_LU));
    tap_equal(RBE_ICR_LSC, nic_read32(bench.nic, RBE_ICR));
    bench_tx(0, bench.address, WHOLE | 60);
    bench_tail_tx(1);
    tap_equal(0, nic_step(bench.nic));
    nic_link(bench.nic, true);
    tap_equal(1, nic_step(bench.nic));
    nic_faults(bench.nic)->unplugged = true;
    tap_equal(0xffffffff, nic_read32(bench.nic, RBE_STATUS));
    bench_close();
}

static const struct tap_case cases[] = {
    {"reset leaves the address of the EEPROM, and nothing else", reset_state},
    {"EEPROM and PHY answer", eeprom_and_phy},
    {"causes, mask and line", interrupts},
    {"ITR holds the line back", moderation},
    {"a descriptor with RS is written back, one without is not", transmit_report},
    {"without IFCS the driver's check sequence counts", own_check_sequence},
    {"legacy checksum insertion", legacy_checksum},
    {"TCP segmentation", segmentation},
    {"tag and padding", tag_and_padding},
    {"address filters", filters},
    {"verdicts on checksums", checksum_verdicts},
    {"a frame over several buffers, and one without enough of them", several_buffers},
    {"longest frame, and its check sequence", lengths},
    {"damaged frames", damaged_frames},
    {"late and missing write-back", silent_and_late},
    {"lost interrupts and storms", lost_interrupts_and_storms},
    {"link and unplugging", link_and_unplugging},
    {"refused memory stops it", bench_refused_memory},
    {"what hangs hardware breaks a rule", bench_rules},
};

int main(void)
{
    return tap_run(cases, sizeof cases / sizeof cases[0]);
}
