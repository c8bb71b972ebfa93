/* Attach, pause, restart, reset, requests, detach. */
#include <string.h>

#include "bench.h"

static void attach_detach(void)
{
    bench_start();
    bench_end();
}

static void attach_again(void)
{
    int i;

    bench_start();
    for (i = 0; i < 3; i++) {
        tap_check(bench_pause());
        windows_halt();
        tap_equal(NDIS_STATUS_SUCCESS, windows_initialize());
        tap_equal(NDIS_STATUS_SUCCESS, windows_restart());
    }
    windows_run();
    bench_send(100, 0);
    windows_run();
    tap_equal(1, heard.frames);
    bench_end();
}

static void sends_while_paused(void)
{
    bench_start();
    tap_check(bench_pause());
    bench_send(100, 0);
    tap_equal(1, windows_counts.completed);
    tap_equal(NDIS_STATUS_PAUSED, windows_counts.last_status);
    tap_equal(NDIS_STATUS_SUCCESS, windows_restart());
    windows_run();
    bench_send(100, 0);
    windows_run();
    tap_equal(1, heard.frames);
    bench_end();
}

/* A pause waits for lists that the protocol has, and for maps that are on their way. */
static void pause_waits(void)
{
    bench_start();
    windows_options.keep_received = true;
    tap_check(bench_arrive(100, 0));
    windows_run();
    windows_options.late_maps = 1;
    bench_send(100, 0);
    tap_equal(NDIS_STATUS_PENDING, windows_pause());
    tap_equal(PAUSING, windows_state());
    windows_run();
    tap_equal(PAUSING, windows_state());
    windows_return_all();
    tap_equal(PAUSED, windows_state());
    tap_equal(NDIS_STATUS_PAUSED, windows_counts.last_status);
    bench_end();
}

/* Nothing is to be sent: the protocol alone keeps the adapter pausing, to the last list. */
static void pause_with_receives_only(void)
{
    uint32_t i;

    bench_start();
    windows_options.keep_received = true;
    for (i = 0; i < 3; i++)
        tap_check(bench_arrive(100, i));
    windows_run();
    tap_equal(0, windows_sends_outstanding());
    tap_equal(3, windows_receives_outstanding());
    tap_equal(NDIS_STATUS_PENDING, windows_pause());
    windows_run();
    tap_equal(PAUSING, windows_state());
    windows_return_one();
    windows_return_one();
    tap_equal(PAUSING, windows_state());
    windows_return_one();
    tap_equal(PAUSED, windows_state());
    tap_equal(NDIS_STATUS_SUCCESS, windows_restart());
    windows_options.keep_received = false;
    tap_check(bench_arrive(100, 3));
    windows_run();
    tap_equal(4, windows_counts.received);
    bench_end();
}

static void detach_in_traffic(void)
{
    uint32_t i;

    bench_start();
    for (i = 0; i < 200; i++)
        bench_send(200, i);
    for (i = 0; i < 20; i++)
        (void)bench_arrive(200, i);
    (void)nic_step(nic); /* done on both rings, and no interrupt was delivered */
    tap_check(bench_pause());
    tap_equal(200, windows_counts.completed);
    tap_check(windows_counts.failed > 0 && windows_counts.failed < 200);
    bench_end();
}

static void reset_in_traffic(void)
{
    uint32_t i;

    bench_start();
    for (i = 0; i < 200; i++)
        bench_send(200, i);
    tap_check(bench_arrive(200, 0));
    tap_equal(NDIS_STATUS_SUCCESS, windows_reset());
    tap_equal(200, windows_counts.completed);
    tap_equal(NDIS_STATUS_RESET_IN_PROGRESS, windows_counts.last_status);
    windows_run();
    heard.frames = 0;
    bench_send(200, heard.next);
    tap_check(bench_arrive(200, 1));
    windows_run();
    tap_equal(1, heard.frames);
    tap_check(windows_counts.received >= 1);
    bench_end();
}

static void cancel_some(void)
{
    static int mine;
    uint8_t bytes[FRAME_BYTES];
    uint32_t i;

    bench_start();
    for (i = 0; i < 120; i++) {
        PNET_BUFFER_LIST list;
        bench_frame(bytes, 100, i);
        list = bench_list(bytes, 100);
        if (i >= 100)
            NET_BUFFER_LIST_INFO(list, NetBufferListCancelId) = &mine;
        windows_send(list);
    }
    windows_cancel(&mine);
    tap_equal(20, windows_counts.completed);
    tap_equal(NDIS_STATUS_SEND_ABORTED, windows_counts.last_status);
    windows_run();
    tap_equal(120, windows_counts.completed);
    tap_equal(20, windows_counts.failed);
    tap_equal(100, heard.frames);
    bench_end();
}

static void oid_lengths(void)
{
    ULONG number = 0, filter = 0x80000000;
    NDIS_STATISTICS_INFO statistics;
    UINT bytes = 0;

    bench_start();
    tap_equal(NDIS_STATUS_BUFFER_TOO_SHORT, windows_query(OID_GEN_STATISTICS, &number, 4, &bytes));
    tap_equal(sizeof statistics, bytes);
    tap_equal(NDIS_STATUS_SUCCESS, windows_query(OID_GEN_MAXIMUM_TOTAL_SIZE, &number, 4, &bytes));
    tap_equal(1514, number);
    tap_equal(NDIS_STATUS_NOT_SUPPORTED,
              windows_set(OID_GEN_CURRENT_PACKET_FILTER, &filter, 4, NULL));
    tap_equal(NDIS_STATUS_INVALID_LENGTH,
              windows_set(OID_GEN_CURRENT_PACKET_FILTER, &filter, 2, &bytes));
    tap_equal(4, bytes);
    bench_send(300, 0);
    tap_check(bench_arrive(300, 0));
    windows_run();
    tap_equal(NDIS_STATUS_SUCCESS,
              windows_query(OID_GEN_STATISTICS, &statistics, sizeof statistics, &bytes));
    tap_equal(1, statistics.ifHCInUcastPkts);
    tap_equal(1, statistics.ifHCOutUcastPkts);
    bench_end();
}

static void exceptions_are_refused(void)
{
    ULONG number = 0;
    const NDIS_OID refused[] = {OID_GEN_RECEIVE_SCALE_PARAMETERS, OID_GEN_HD_SPLIT_PARAMETERS,
                                OID_PNP_ENABLE_WAKE_UP, OID_RECEIVE_FILTER_ALLOCATE_QUEUE};
    NDIS_OID_REQUEST request = {.RequestType = NdisRequestSetInformation};
    size_t i;

    bench_start();
    for (i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        tap_equal(NDIS_STATUS_NOT_SUPPORTED, windows_set(refused[i], &number, sizeof number, NULL));
        tap_equal(NDIS_STATUS_NOT_SUPPORTED, windows_method(refused[i]));
    }
    tap_equal(NDIS_STATUS_NOT_SUPPORTED,
              windows_driver()->DirectOidRequestHandler(windows_context(), &request));
    bench_end();
}

static void filters(void)
{
    uint8_t frame[100], group[12] = {0x33, 0x33, 0, 0, 0, 1, 1, 0, 0x5e, 1, 2, 3};
    uint8_t too_many[6 * 129] = {0};
    ULONG none = 0;

    bench_start();
    bench_frame(frame, 100, 0);
    memcpy(frame, group, 6);
    tap_check(nic_frame_from_wire(nic, frame, 100));
    windows_run();
    tap_equal(0, windows_counts.received);
    tap_equal(NDIS_STATUS_SUCCESS, windows_set(OID_802_3_MULTICAST_LIST, group, 12, NULL));
    tap_check(nic_frame_from_wire(nic, frame, 100));
    windows_run();
    tap_equal(1, windows_counts.received);
    tap_equal(NDIS_STATUS_MULTICAST_FULL,
              windows_set(OID_802_3_MULTICAST_LIST, too_many, sizeof too_many, NULL));
    tap_equal(NDIS_STATUS_INVALID_LENGTH, windows_set(OID_802_3_MULTICAST_LIST, group, 7, NULL));
    windows_set(OID_GEN_CURRENT_PACKET_FILTER, &none, sizeof none, NULL);
    tap_check(nic_frame_from_wire(nic, frame, 100));
    windows_run();
    tap_equal(1, windows_counts.received);
    bench_end();
}

static void offload_parameters(void)
{
    NDIS_OFFLOAD_PARAMETERS off = {.TCPIPv4Checksum = NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED};
    uint8_t bytes[FRAME_BYTES];
    ULONG length;

    bench_start();
    tap_equal(NDIS_STATUS_SUCCESS, windows_set(OID_TCP_OFFLOAD_PARAMETERS, &off, sizeof off, NULL));
    tap_equal(1, windows_counts.offload_changes);
    length = bench_packet(bytes, false, true, 100, true);
    tap_check(nic_frame_from_wire(nic, bytes, length));
    windows_run();
    tap_equal(0, windows_received.checksums.Receive.TcpChecksumSucceeded);
    tap_equal(1, windows_received.checksums.Receive.IpChecksumSucceeded);
    bench_end();
}

static void shutdown_stops_the_device(void)
{
    bench_start();
    windows_shutdown();
    tap_check(!nic_is_running(nic));
    bench_end();
}

const struct tap_case life_cases[] = {
    {"attach-detach", attach_detach},
    {"attach-again", attach_again},
    {"sends-while-paused", sends_while_paused},
    {"pause-waits", pause_waits},
    {"pause-with-receives-only", pause_with_receives_only},
    {"detach-in-traffic", detach_in_traffic},
    {"reset-in-traffic", reset_in_traffic},
    {"cancel-some", cancel_some},
    {"oid-lengths", oid_lengths},
    {"exceptions-are-refused", exceptions_are_refused},
    {"filters", filters},
    {"offload-parameters", offload_parameters},
    {"shutdown-stops-the-device", shutdown_stops_the_device},
};
const size_t life_count = sizeof life_cases / sizeof life_cases[0];
