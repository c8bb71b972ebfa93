#include "bench.h"

#include <string.h>

#include "dp_checksum.h"

struct heard heard;
struct nic *nic;

static const uint8_t own[6] = {2, 0, 0, 0, 0, 1}, other[6] = {2, 0, 0, 0, 0, 2};

static uint32_t number_of(const uint8_t *frame)
{
    return (uint32_t)frame[14] << 24 | (uint32_t)frame[15] << 16 | (uint32_t)frame[16] << 8 |
           frame[17];
}

static void listen(void *listener, const uint8_t *bytes, size_t length)
{
    struct heard *to = listener;

    if (length <= sizeof to->bytes)
        memcpy(to->bytes, bytes, length);
    to->length = length;
    to->frames++;
    if (length >= 18 && bytes[12] == 0x88 && bytes[13] == 0xb5 && number_of(bytes) != to->next++)
        to->out_of_order++;
}

void bench_power_on(void)
{
    memset(&heard, 0, sizeof heard);
    nic = nic_power_on(own, listen, &heard);
}

void bench_start(void)
{
    ULONG filter = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST |
                   NDIS_PACKET_TYPE_MULTICAST;

    if (windows_options.receive_buffers == 0)
        windows_options.receive_buffers = 64;
    if (windows_options.transmit_buffers == 0)
        windows_options.transmit_buffers = 64;
    bench_power_on();
    tap_equal(NDIS_STATUS_SUCCESS, windows_load(nic));
    tap_equal(NDIS_STATUS_SUCCESS, windows_initialize());
    tap_equal(NDIS_STATUS_SUCCESS, windows_restart());
    tap_equal(NDIS_STATUS_SUCCESS,
              windows_set(OID_GEN_CURRENT_PACKET_FILTER, &filter, sizeof filter, NULL));
    windows_run();
}

bool bench_pause(void)
{
    if (windows_pause() == NDIS_STATUS_SUCCESS)
        return true;
    windows_run();
    windows_return_all();
    windows_run();
    return windows_state() == PAUSED;
}

void bench_end(void)
{
    if (windows_state() == RUNNING && !tap_check(bench_pause()))
        return;
    if (!tap_equal(PAUSED, windows_state()))
        return;
    windows_halt();
    windows_unload();
    tap_equal(0, dma_faults());
    tap_equal(0, windows_sends_outstanding());
    nic_power_off(nic);
}

void bench_frame(uint8_t *to, ULONG length, uint32_t number)
{
    ULONG i;

    memcpy(to, own, 6);
    memcpy(to + 6, other, 6);
    to[12] = 0x88; /* IEEE 802.1 local experimental */
    to[13] = 0xb5;
    for (i = 0; i < 4; i++)
        to[14 + i] = (uint8_t)(number >> (24 - 8 * i));
    for (i = 18; i < length; i++)
        to[i] = (uint8_t)(number * 7 + i);
}

PNET_BUFFER_LIST bench_list(const uint8_t *bytes, ULONG length)
{
    struct sent_frame frame = {bytes, length, 0, NULL};

    return windows_list(&frame, 1);
}

void bench_send(ULONG length, uint32_t number)
{
    uint8_t bytes[FRAME_BYTES];

    bench_frame(bytes, length, number);
    windows_send(bench_list(bytes, length));
}

bool bench_arrive(ULONG length, uint32_t number)
{
    uint8_t bytes[FRAME_BYTES];

    bench_frame(bytes, length, number);
    return nic_frame_from_wire(nic, bytes, length);
}

static void put16(uint8_t *to, uint32_t value)
{
    to[0] = (uint8_t)(value >> 8);
    to[1] = (uint8_t)value;
}

static uint32_t get16(const uint8_t *from)
{
    return (uint32_t)from[0] << 8 | from[1];
}

/* Header of IP, addresses counted up; gives its length. */
static ULONG put_ip(uint8_t *ip, bool ipv6, uint8_t protocol, ULONG length)
{
    ULONG header = ipv6 ? 40 : 20, i;

    memset(ip, 0, header);
    for (i = ipv6 ? 8 : 12; i < header; i++)
        ip[i] = (uint8_t)(i * 3 + 1);
    ip[0] = ipv6 ? 0x60 : 0x45;
    put16(ip + (ipv6 ? 4 : 2), ipv6 ? length : length + header);
    ip[ipv6 ? 7 : 8] = 64;
    ip[ipv6 ? 6 : 9] = protocol;
    return header;
}

static uint16_t pseudo(const uint8_t *ip, uint32_t length)
{
    bool ipv6 = ip[0] >> 4 == 6;

    return dp_pseudo_header(ip + (ipv6 ? 8 : 12), ipv6 ? 32 : 8, ip[ipv6 ? 6 : 9], length);
}

ULONG bench_packet(uint8_t *to, bool ipv6, bool tcp, ULONG payload, bool with_sums)
{
    ULONG transport = tcp ? 20 : 8, header, i;
    uint8_t *l4, *field;

    memcpy(to, own, 6);
    memcpy(to + 6, other, 6);
    put16(to + 12, ipv6 ? 0x86dd : 0x0800);
    header = put_ip(to + 14, ipv6, tcp ? 6 : 17, transport + payload);
    l4 = to + 14 + header;
    memset(l4, 0, transport);
    l4[1] = 7;
    l4[3] = 9;
    field = l4 + (tcp ? 16 : 6);
    if (tcp)
        l4[12] = 5 << 4;
    else
        put16(l4 + 4, 8 + payload);
    for (i = 0; i < payload; i++)
        l4[transport + i] = (uint8_t)(i * 5 + 3);
    put16(field, pseudo(to + 14, transport + payload));
    if (with_sums) {
        put16(field, dp_sum_finish(dp_sum(l4, transport + payload)));
        if (!ipv6)
            put16(to + 14 + 10, dp_sum_finish(dp_sum(to + 14, 20)));
    }
    return 14 + header + transport + payload;
}

bool bench_sums_hold(const uint8_t *frame, size_t length)
{
    const uint8_t *ip = frame + 14;
    bool ipv6 = get16(frame + 12) == 0x86dd;
    uint32_t header = ipv6 ? 40 : 20;
    uint32_t segment = ipv6 ? get16(ip + 4) : get16(ip + 2) - header;

    if (segment + header + 14 > length)
        return false;
    if (!ipv6 && dp_sum(ip, 20) != 0xffff)
        return false;
    return dp_sum_add(pseudo(ip, segment), dp_sum(ip + header, segment)) == 0xffff;
}
