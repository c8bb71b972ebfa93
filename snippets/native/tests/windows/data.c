/* Frames on their way: bytes on the wire are those that were sent, and the other way. */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "packets.h"

static void send_one(void)
{
    uint8_t bytes[FRAME_BYTES];

    bench_start();
    bench_frame(bytes, FRAME_BYTES, 0);
    windows_send(bench_list(bytes, FRAME_BYTES));
    tap_equal(0, windows_counts.completed);
    windows_run();
    tap_equal(1, windows_counts.completed);
    tap_equal(0, windows_counts.failed);
    tap_equal(FRAME_BYTES, heard.length);
    tap_check(memcmp(heard.bytes, bytes, FRAME_BYTES) == 0);
    bench_end();
}

static void send_short(void)
{
    static const uint8_t zeroes[60];
    uint8_t bytes[FRAME_BYTES];

    bench_start();
    bench_frame(bytes, 20, 0);
    windows_send(bench_list(bytes, 20));
    windows_run();
    tap_equal(60, heard.length);
    tap_check(memcmp(heard.bytes, bytes, 20) == 0 && memcmp(heard.bytes + 20, zeroes, 40) == 0);
    bench_end();
}

static void receive_one(void)
{
    uint8_t bytes[FRAME_BYTES];

    bench_start();
    bench_frame(bytes, FRAME_BYTES, 5);
    tap_check(nic_frame_from_wire(nic, bytes, FRAME_BYTES));
    windows_run();
    tap_equal(1, windows_counts.received);
    tap_equal(FRAME_BYTES, windows_received.length);
    tap_check(memcmp(windows_received.bytes, bytes, FRAME_BYTES) == 0);
    bench_end();
}

static void send_scatter_gather(void)
{
    static const ULONG cuts[] = {3, 11, 1, 200, 0};
    uint8_t bytes[3][FRAME_BYTES];
    struct sent_frame frames[3];
    ULONG i;

    bench_start();
    for (i = 0; i < 3; i++) {
        bench_frame(bytes[i], 1000 + i, i);
        frames[i] = (struct sent_frame){bytes[i], 1000 + i, 37 * i, i == 1 ? NULL : cuts};
    }
    windows_send(windows_list(frames, 3));
    windows_run();
    tap_equal(1, windows_counts.completed);
    tap_equal(3, heard.frames);
    tap_equal(0, heard.out_of_order);
    tap_check(memcmp(heard.bytes, bytes[2], 1002) == 0);
    bench_end();
}

static void maps_that_come_late(void)
{
    uint32_t i;

    bench_start();
    windows_options.late_maps = 3;
    for (i = 0; i < 6; i++)
        bench_send(100 + i, i);
    tap_equal(0, heard.frames);
    windows_run();
    tap_equal(6, windows_counts.completed);
    tap_equal(6, heard.frames);
    tap_equal(0, heard.out_of_order);
    bench_end();
}

static void wraps(void)
{
    uint32_t i;
    uint8_t bytes[FRAME_BYTES];

    windows_options.receive_buffers = 16; /* a ring of eight */
    bench_start();
    for (i = 0; i < 5000; i++) {
        bench_send(60 + i % 1400, i);
        tap_check(bench_arrive(60 + i % 1400, i));
        windows_run();
        bench_frame(bytes, 60 + i % 1400, i);
        if (windows_received.length != 60 + i % 1400 ||
            memcmp(windows_received.bytes, bytes, windows_received.length) != 0)
            break;
    }
    tap_equal(5000, i);
    tap_equal(5000, heard.frames);
    tap_equal(0, heard.out_of_order);
    tap_equal(5000, windows_counts.completed);
    tap_equal(5000, windows_counts.received);
    bench_end();
}

static void ring_full_and_recovery(void)
{
    uint32_t i;

    bench_start();
    for (i = 0; i < 500; i++)
        bench_send(200, i);
    tap_equal(500, windows_sends_outstanding());
    windows_run();
    tap_equal(500, windows_counts.completed);
    tap_equal(0, windows_counts.failed);
    tap_equal(500, heard.frames);
    tap_equal(0, heard.out_of_order);
    bench_end();
}

/* The protocol keeps all: frames are lent, then lost for want of buffers, then it goes on. */
static void refill_failure(void)
{
    uint32_t i;

    bench_start();
    windows_options.keep_received = true;
    for (i = 0; i < 200; i++) {
        (void)bench_arrive(100, i);
        windows_run();
    }
    tap_check(windows_counts.lent > 0);
    tap_equal(200, windows_counts.received);
    tap_check(windows_receives_outstanding() < 64);
    windows_options.keep_received = false;
    windows_return_all();
    tap_equal(0, windows_receives_outstanding());
    tap_check(bench_arrive(100, 200));
    windows_run();
    tap_equal(201, windows_counts.received);
    bench_end();
}

static void checksum_offload(void)
{
    uint8_t bytes[FRAME_BYTES];
    int kind;

    bench_start();
    for (kind = 0; kind < 4; kind++) {
        bool ipv6 = kind & 1, tcp = kind & 2;
        NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO info = {.Value = NULL};
        ULONG length = bench_packet(bytes, ipv6, tcp, 333, false);
        PNET_BUFFER_LIST list = bench_list(bytes, length);
        info.Transmit.IsIPv4 = !ipv6;
        info.Transmit.IsIPv6 = ipv6;
        info.Transmit.TcpChecksum = tcp;
        info.Transmit.UdpChecksum = !tcp;
        info.Transmit.IpHeaderChecksum = !ipv6;
        info.Transmit.TcpHeaderOffset = ipv6 ? 54 : 34;
        NET_BUFFER_LIST_INFO(list, TcpIpChecksumNetBufferListInfo) = info.Value;
        windows_send(list);
        windows_run();
        tap_equal(length, heard.length);
        tap_check(bench_sums_hold(heard.bytes, heard.length));
        tap_check(nic_frame_from_wire(nic, heard.bytes, heard.length));
        windows_run();
        tap_equal(!ipv6, windows_received.checksums.Receive.IpChecksumSucceeded);
        tap_equal(tcp, windows_received.checksums.Receive.TcpChecksumSucceeded);
        tap_equal(!tcp, windows_received.checksums.Receive.UdpChecksumSucceeded);
    }
    heard.bytes[100] ^= 1; /* a wrong sum is never said to be good */
    tap_check(nic_frame_from_wire(nic, heard.bytes, heard.length));
    windows_run();
    tap_equal(0, windows_received.checksums.Receive.TcpChecksumSucceeded);
    bench_end();
}

static int cut_frames, cut_wrong, cut_bytes;

static void count_cuts(void *listener, const uint8_t *bytes, size_t length)
{
    ULONG headers = bytes[12] == 0x86 ? 74 : 54;

    (void)listener;
    cut_frames++;
    cut_bytes += (int)(length - headers);
    cut_wrong += !bench_sums_hold(bytes, length);
}

static void send_large(bool ipv6, bool one_element)
{
    enum { PAYLOAD = 50000, MSS = 1460 };
    static uint8_t bytes[PAYLOAD + 100];
    const ULONG cuts[] = {ipv6 ? 74 : 54, 0};
    NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO info = {.Value = NULL};
    struct sent_frame frame = {bytes, bench_packet(bytes, ipv6, true, PAYLOAD, false), 5, cuts};
    PNET_BUFFER_LIST list;
    uint8_t *field = bytes + 14 + (ipv6 ? 40 : 20) + 16;
    uint32_t sum;

    windows_options.one_element = one_element;
    bytes[14 + (ipv6 ? 4 : 2)] = bytes[14 + (ipv6 ? 5 : 3)] = 0;
    sum = (uint32_t)field[0] << 8 | field[1]; /* the length is not part of the seed */
    sum += 0xffff - (PAYLOAD + 20);
    sum = (sum & 0xffff) + (sum >> 16);
    field[0] = (uint8_t)(sum >> 8);
    field[1] = (uint8_t)sum;
    info.LsoV2Transmit.MSS = MSS;
    info.LsoV2Transmit.TcpHeaderOffset = ipv6 ? 54 : 34;
    info.LsoV2Transmit.Type = NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE;
    info.LsoV2Transmit.IPVersion = ipv6;
    list = windows_list(&frame, 1);
    NET_BUFFER_LIST_INFO(list, TcpLargeSendNetBufferListInfo) = info.Value;
    cut_frames = cut_wrong = cut_bytes = 0;
    windows_send(list);
    windows_run();
    tap_equal((PAYLOAD + MSS - 1) / MSS, cut_frames);
    tap_equal(PAYLOAD, cut_bytes);
    tap_equal(0, cut_wrong);
    info.Value = windows_counts.last_large_send;
    tap_equal(NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE, info.LsoV2TransmitComplete.Type);
    tap_equal(0, info.LsoV2TransmitComplete.Reserved);
}

static void tso(void)
{
    ULONG filter = NDIS_PACKET_TYPE_DIRECTED;
    const uint8_t own[6] = {2, 0, 0, 0, 0, 1};

    windows_options.receive_buffers = windows_options.transmit_buffers = 64;
    nic = nic_power_on(own, count_cuts, NULL);
    windows_load(nic);
    windows_initialize();
    windows_restart();
    windows_set(OID_GEN_CURRENT_PACKET_FILTER, &filter, sizeof filter, NULL);
    send_large(false, false);
    send_large(false, true);
    send_large(true, false);
    tap_equal(3, windows_counts.completed);
    tap_equal(0, windows_counts.failed);
    bench_end();
}

static void vlan(void)
{
    uint8_t bytes[FRAME_BYTES];
    NDIS_NET_BUFFER_LIST_8021Q_INFO tag = {.Value = NULL};
    PNET_BUFFER_LIST list;
    ULONG other = 99;

    bench_start();
    bench_frame(bytes, 200, 0);
    list = bench_list(bytes, 200);
    tag.TagHeader.VlanId = 0x123;
    tag.TagHeader.UserPriority = 5;
    NET_BUFFER_LIST_INFO(list, Ieee8021QNetBufferListInfo) = tag.Value;
    windows_send(list);
    windows_run();
    tap_equal(204, heard.length);
    tap_equal(0x81, heard.bytes[12]);
    tap_equal(0xa1, heard.bytes[14]);
    tap_equal(0x23, heard.bytes[15]);
    tap_check(nic_frame_from_wire(nic, heard.bytes, heard.length));
    windows_run();
    tap_equal(200, windows_received.length);
    tap_equal(0x123, windows_received.tag.TagHeader.VlanId);
    tap_equal(5, windows_received.tag.TagHeader.UserPriority);
    tap_equal(NDIS_STATUS_SUCCESS, windows_set(OID_GEN_VLAN_ID, &other, sizeof other, NULL));
    tap_check(nic_frame_from_wire(nic, heard.bytes, heard.length));
    windows_run();
    tap_equal(1, windows_counts.received); /* another VLAN's */
    bench_end();
}

static void throttled_dpc(void)
{
    uint32_t i;

    bench_start();
    windows_options.most_lists = 3;
    for (i = 0; i < 20; i++)
        tap_check(bench_arrive(100, i));
    windows_run();
    tap_equal(20, windows_counts.received);
    bench_end();
}

/* NDIS sets no limit, the driver does: to come again is its own affair then. */
static void unlimited_dpc(void)
{
    bench_start();
    windows_options.busy_wire = 100;
    tap_check(bench_arrive(100, 0));
    windows_run();
    tap_equal(101, windows_counts.received);
    tap_equal(100, windows_counts.own_dpcs);
    bench_end();
}

static void too_long_and_too_many_pieces(void)
{
    static ULONG cuts[81];
    uint8_t bytes[2000] = {0};
    struct sent_frame frame = {bytes, 1000, 0, cuts};
    ULONG i;

    for (i = 0; i < 80; i++)
        cuts[i] = 1;
    cuts[60] = 0; /* 61 pieces: sent */
    bench_start();
    bench_frame(bytes, 1000, 0);
    windows_send(windows_list(&frame, 1));
    windows_run();
    tap_equal(1, heard.frames);
    windows_send(bench_list(bytes, 2000));
    windows_run();
    tap_equal(1, heard.frames);
    tap_equal(2, windows_counts.completed);
    tap_equal(NDIS_STATUS_FAILURE, windows_counts.last_status);
    bench_end();
}

static void packets(void)
{
    int i;

    bench_start();
    for (i = 0; i < packets_to_send(); i++) {
        bench_send(PACKET_BYTES, (uint32_t)i);
        if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
            windows_run();
    }
    for (i = 0; i < packets_to_receive(); i++) {
        (void)bench_arrive(PACKET_BYTES, (uint32_t)i);
        if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
            windows_run();
    }
    windows_run();
    tap_equal(packets_to_send(), heard.frames);
    tap_equal(packets_to_receive(), windows_counts.received);
    bench_end();
}

const struct tap_case data_cases[] = {
    {"send-one", send_one},
    {"send-short", send_short},
    {"receive-one", receive_one},
    {"send-scatter-gather", send_scatter_gather},
    {"maps-that-come-late", maps_that_come_late},
    {"wraps", wraps},
    {"ring-full-and-recovery", ring_full_and_recovery},
    {"refill-failure", refill_failure},
    {"checksum-offload", checksum_offload},
    {"tso", tso},
    {"vlan", vlan},
    {"throttled-dpc", throttled_dpc},
    {"unlimited-dpc", unlimited_dpc},
    {"too-long-and-too-many-pieces", too_long_and_too_many_pieces},
    {"packets", packets},
};
const size_t data_count = sizeof data_cases / sizeof data_cases[0];
