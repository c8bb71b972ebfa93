/* What stops hardware stops the model, and what hangs hardware breaks a rule of it. */
#include "bench.h"

enum { WHOLE = 0x0b000000 }; /* EOP, IFCS, RS */

void bench_refused_memory(void)
{
    bench_open(0);
    bench_tx(0, 0x1000, WHOLE | 60);
    bench_tx(1, bench.address, WHOLE | 60);
    bench_tail_tx(2);
    tap_equal(0, nic_step(bench.nic));
    tap_check(nic_is_stopped(bench.nic));
    tap_equal(1, dma_faults());
    nic_write32(bench.nic, RBE_CTRL, RBE_CTRL_RST);
    tap_check(!nic_is_stopped(bench.nic));
    bench_close();
}

static void tail_outside(void)
{
    bench_open(0);
    bench_tail_tx(BENCH_SLOTS);
    nic_step(bench.nic);
}

static void short_ring(void)
{
    bench_open(0);
    nic_write32(bench.nic, RBE_TCTL, 0);
    nic_write32(bench.nic, RBE_TDLEN, 100);
    nic_write32(bench.nic, RBE_TCTL, RBE_TCTL_EN);
    bench_tail_tx(1);
    nic_step(bench.nic);
}

static void odd_base(void)
{
    bench_open(0);
    nic_write32(bench.nic, RBE_TCTL, 0);
    nic_write32(bench.nic, RBE_TDBAL, (uint32_t)bench.tx_address + 8);
    nic_write32(bench.nic, RBE_TCTL, RBE_TCTL_EN);
    bench_tail_tx(1);
    nic_step(bench.nic);
}

static void endless_frame(void)
{
    unsigned i;

    bench_open(0);
    for (i = 0; i < 7; i++)
        bench_tx(i, bench.address, 4000);
    bench_tail_tx(7);
    nic_step(bench.nic);
}

static void no_context(void)
{
    bench_open(0);
    bench_tx(0, bench.address, 60 | 1 << 20 | 0x2b000000ull | 3ull << 40);
    bench_tail_tx(1);
    nic_step(bench.nic);
}

static void wrong_payload(void)
{
    bench_open(0);
    bench_tx(0, 0x0eull | 0x18ull << 8 | 0x21ull << 16 | 0x22ull << 32 | 0x32ull << 40,
             999 | 0x27000000ull | 54ull << 40 | 1460ull << 48);
    bench_tx(1, bench.address, 1054 | 1 << 20 | 0x2f000000ull | 3ull << 40);
    bench_tail_tx(2);
    nic_step(bench.nic);
}

static void set_up_while_enabled(void)
{
    bench_open(0);
    nic_write32(bench.nic, RBE_TDH, 0);
}

void bench_rules(void)
{
    tap_check(tap_breaks("8254x/tail-outside", tail_outside));
    tap_check(tap_breaks("8254x/ring-length", short_ring));
    tap_check(tap_breaks("8254x/ring-base", odd_base));
    tap_check(tap_breaks("8254x/frame-too-long", endless_frame));
    tap_check(tap_breaks("8254x/no-context", no_context));
    tap_check(tap_breaks("8254x/payload-length", wrong_payload));
    tap_check(tap_breaks("8254x/set-up-while-enabled", set_up_while_enabled));
}
