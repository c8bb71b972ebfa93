/* The core against the device model: what one writes, the other must understand. */
#include <stdio.h>

#include "dp_checksum.h"
#include "memory.h"
#include "port.h"
#include "tap.h"

enum { IP = 14, TCP_AT = 34, HEADERS = 54 };

static struct port port;
static uint8_t frame[PORT_BUFFER * 8];

static void open_port(void)
{
    port_open(&port, DP_EXTENDED);
}

static void close_port(void)
{
    port_close(&port);
    tap_equal(0, memory_leaks());
    tap_equal(0, dma_leaks());
    tap_equal(0, dma_faults());
}

/* A frame whose bytes tell its number and their place. */
static const uint8_t *numbered(unsigned number, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++)
        frame[i] = (uint8_t)(number * 31 + i * 7 + (i >> 8));
    frame[0] = 0x02;
    frame[12] = 0x88; /* a local experimental type: nothing for a parser */
    frame[13] = 0xb5;
    return frame;
}

static void put16(uint8_t *at, uint32_t value)
{
    at[0] = (uint8_t)(value >> 8);
    at[1] = (uint8_t)value;
}

/* TCP over IPv4, the TCP field seeded with the pseudo header, or complete. */
static const uint8_t *tcp_frame(size_t payload, bool for_offload, bool cut)
{
    static const uint8_t start[IP] = {0x02, 0, 0, 0, 0, 2, 0x02, 0, 0, 0, 0, 1, 0x08, 0x00};
    static const uint8_t ip[20] = {0x45, 0, 0,   0, 0xff, 0xff, 0x40, 0, 64, 6,
                                   0,    0, 192, 0, 2,    1,    198,  51, 100, 2};
    uint32_t segment = (uint32_t)payload + 20;
    uint16_t seed;

    numbered(1, HEADERS + payload);
    memcpy(frame, start, sizeof start);
    memcpy(frame + IP, ip, sizeof ip);
    put16(frame + IP + 2, segment + 20);
    frame[TCP_AT + 12] = 0x50;
    frame[TCP_AT + 13] = 0x18;
    seed = dp_pseudo_header(frame + IP + 12, 8, 6, cut ? 0 : segment);
    put16(frame + TCP_AT + 16, for_offload ? seed : 0);
    if (!for_offload) {
        put16(frame + IP + 10, dp_sum_finish(dp_sum(frame + IP, 20)));
        put16(frame + TCP_AT + 16,
              dp_sum_finish(dp_sum_add(seed, dp_sum(frame + TCP_AT, segment))));
    }
    return frame;
}

static const struct dp_offload CHECKSUMS = {.vlan = DP_NO_VLAN, .mac_length = 14,
                                            .ip_length = 20, .transport_length = 20,
                                            .tcp = true, .ip_checksum = true,
                                            .transport_checksum = true};

static bool sums_are_right(const struct port_frame *sent)
{
    uint32_t segment = (uint32_t)sent->length - TCP_AT;

    return dp_sum(sent->bytes + IP, 20) == 0xffff &&
           dp_sum_add(dp_pseudo_header(sent->bytes + IP + 12, 8, 6, segment),
                      dp_sum(sent->bytes + TCP_AT, segment)) == 0xffff;
}

static void sends_a_frame(void)
{
    open_port();
    tap_equal(DP_ACCEPTED, port_send(&port, numbered(1, 60), 60, 0, NULL));
    port_settle(&port);
    if (tap_equal(1, port.count_sent) && tap_equal(60, port.sent[0].length))
        tap_check(memcmp(port.sent[0].bytes, frame, 60) == 0);
    tap_equal(1, port.completed);
    close_port();
}

static void sends_a_frame_in_pieces(void)
{
    open_port();
    tap_equal(DP_ACCEPTED, port_send(&port, numbered(2, 1500), 1500, 200, NULL));
    tap_equal(DP_ACCEPTED, port_send(&port, numbered(3, 60), 60, 0, NULL));
    port_settle(&port);
    tap_equal(2, port.count_sent);
    tap_equal(1500, port.sent[0].length);
    tap_check(memcmp(port.sent[0].bytes, numbered(2, 1500), 1500) == 0);
    tap_equal(2, port.completed);
    close_port();
}

static void sends_around_the_ring(void)
{
    unsigned i;

    open_port();
    for (i = 0; i < 2000; i++) {
        size_t length = 60 + i % 1400;
        tap_equal(DP_ACCEPTED, port_send(&port, numbered(i, length), length, i % 3 * 300, NULL));
        port_settle(&port);
        tap_check(port.count_sent == i + 1 &&
                  memcmp(port.sent[i % PORT_KEPT].bytes, frame, length) == 0);
    }
    tap_equal(2000, port.completed);
    close_port();
}

static void a_full_ring_recovers(void)
{
    unsigned i, accepted = 0;

    open_port();
    for (i = 0; i < 40; i++)
        accepted += port_send(&port, numbered(i, 60), 60, 0, NULL) == DP_ACCEPTED;
    tap_equal(PORT_SLOTS - 1, accepted);
    port_settle(&port);
    tap_equal(PORT_SLOTS - 1, port.count_sent);
    tap_equal(DP_ACCEPTED, port_send(&port, numbered(99, 60), 60, 0, NULL));
    port_settle(&port);
    tap_equal(PORT_SLOTS, port.completed);
    close_port();
}

static void nothing_completes_before_it_is_written_back(void)
{
    open_port();
    nic_faults(port.nic)->late_steps = 3;
    port_send(&port, numbered(1, 60), 60, 0, NULL);
    port_settle(&port);
    tap_equal(1, port.count_sent);
    tap_equal(0, port.completed);
    nic_step(port.nic);
    nic_step(port.nic);
    nic_step(port.nic);
    port_settle(&port);
    tap_equal(1, port.completed);
    close_port();
}

static void checksums_are_inserted(void)
{
    open_port();
    port_send(&port, tcp_frame(100, true, false), HEADERS + 100, 60, &CHECKSUMS);
    port_send(&port, tcp_frame(101, true, false), HEADERS + 101, 0, &CHECKSUMS);
    port_settle(&port);
    tap_equal(2, port.count_sent);
    tap_check(sums_are_right(&port.sent[0]));
    tap_check(sums_are_right(&port.sent[1]));
    tap_equal(1, port.tx.contexts);
    close_port();
}

static void a_large_frame_is_cut(void)
{
    struct dp_offload cut = CHECKSUMS;
    unsigned i;

    cut.segment_size = 1460;
    open_port();
    port_send(&port, tcp_frame(4000, true, true), HEADERS + 4000, 1000, &cut);
    port_settle(&port);
    tap_equal(3, port.count_sent);
    for (i = 0; i < 3; i++)
        tap_check(sums_are_right(&port.sent[i]));
    tap_equal(HEADERS + 1460, port.sent[0].length);
    tap_equal(HEADERS + 4000 - 2 * 1460, port.sent[2].length);
    tap_equal(1, port.completed);
    close_port();
}

static void a_tag_goes_in(void)
{
    struct dp_offload tag = {.vlan = 0xa064};

    open_port();
    port_send(&port, numbered(1, 60), 60, 30, &tag);
    port_settle(&port);
    tap_equal(64, port.sent[0].length);
    tap_check(memcmp(port.sent[0].bytes + 12, "\x81\x00\xa0\x64\x88\xb5", 6) == 0);
    close_port();
}

static void receives_a_frame(void)
{
    open_port();
    nic_frame_from_wire(port.nic, tcp_frame(100, false, false), HEADERS + 100);
    port_settle(&port);
    tap_equal(1, port.count_received);
    tap_equal(HEADERS + 100, port.received[0].length);
    tap_check(memcmp(port.received[0].bytes, frame, HEADERS + 100) == 0);
    tap_equal(DP_ALL_GOOD, port.received[0].checksums);
    tap_equal(-1, port.received[0].vlan);
    close_port();
}

static void receives_around_the_ring(void)
{
    unsigned i;

    open_port();
    for (i = 0; i < 2000; i++) {
        size_t length = 60 + i % 1400;
        nic_frame_from_wire(port.nic, numbered(i, length), length);
        port_settle(&port);
        tap_check(port.count_received == i + 1 && port.received[i % PORT_KEPT].length == length &&
                  memcmp(port.received[i % PORT_KEPT].bytes, frame, length) == 0);
    }
    tap_equal(2000, port.rx.received);
    close_port();
}

static void receives_over_several_buffers(void)
{
    open_port();
    nic_frame_from_wire(port.nic, numbered(7, 9000), 9000);
    port_settle(&port);
    tap_equal(1, port.count_received);
    tap_equal(9000, port.received[0].length);
    tap_check(memcmp(port.received[0].bytes, frame, 9000) == 0);
    close_port();
}

static void a_tag_is_taken_out(void)
{
    open_port();
    numbered(1, 64);
    memcpy(frame + 12, "\x81\x00\xa0\x64\x88\xb5", 6);
    nic_frame_from_wire(port.nic, frame, 64);
    port_settle(&port);
    tap_equal(60, port.received[0].length);
    tap_equal(0xa064, port.received[0].vlan);
    close_port();
}

static void a_wrong_checksum_is_told(void)
{
    open_port();
    tcp_frame(100, false, false);
    frame[TCP_AT + 30] ^= 1;
    nic_frame_from_wire(port.nic, frame, HEADERS + 100);
    tcp_frame(100, false, false);
    frame[IP + 8] ^= 1;
    nic_frame_from_wire(port.nic, frame, HEADERS + 100);
    port_settle(&port);
    tap_equal(2, port.count_received);
    tap_equal(DP_BAD, port.received[0].checksums);
    tap_equal(DP_BAD, port.received[1].checksums);
    close_port();
}

/* Without a buffer a frame is lost, and counted; the next one is received. */
static void a_refill_that_fails(void)
{
    open_port();
    port.refuse_buffers = 2;
    nic_frame_from_wire(port.nic, numbered(1, 60), 60);
    nic_frame_from_wire(port.nic, numbered(2, 60), 60);
    nic_frame_from_wire(port.nic, numbered(3, 60), 60);
    port_settle(&port);
    tap_equal(1, port.count_received);
    tap_equal(2, port.rx.no_buffer);
    tap_equal(PORT_SLOTS - 1, dp_in_flight(&port.rx.ring));
    close_port();
}

static void closes_with_frames_in_flight(void)
{
    open_port();
    port_send(&port, numbered(1, 60), 60, 0, NULL);
    port_send(&port, numbered(2, 1500), 1500, 500, NULL);
    nic_frame_from_wire(port.nic, numbered(3, 60), 60);
    nic_step(port.nic);
    port_send(&port, numbered(4, 60), 60, 0, NULL);
    close_port();
    tap_equal(3, port.completed);
}

static const struct tap_case cases[] = {
    {"sends a frame", sends_a_frame},
    {"sends a frame in pieces", sends_a_frame_in_pieces},
    {"sends around the ring", sends_around_the_ring},
    {"a full ring recovers", a_full_ring_recovers},
    {"nothing completes before it is written back", nothing_completes_before_it_is_written_back},
    {"checksums are inserted", checksums_are_inserted},
    {"a large frame is cut", a_large_frame_is_cut},
    {"a tag goes in", a_tag_goes_in},
    {"receives a frame", receives_a_frame},
    {"receives around the ring", receives_around_the_ring},
    {"receives over several buffers", receives_over_several_buffers},
    {"a tag is taken out", a_tag_is_taken_out},
    {"a wrong checksum is told", a_wrong_checksum_is_told},
    {"a refill that fails", a_refill_that_fails},
    {"closes with frames in flight", closes_with_frames_in_flight},
};

int main(void)
{
    return tap_run(cases, sizeof cases / sizeof cases[0]);
}
