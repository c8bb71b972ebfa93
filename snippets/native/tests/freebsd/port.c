#include "port.h"

#include <stdio.h>

#include "dma.h"
#include "dp_checksum.h"
#include "memory.h"

enum { HEADER = 14, NUMBER_AT = 14, PATTERN_AT = 18, IPV4 = 20, IPV6 = 40 };

const uint8_t own_address[6] = {0x02, 0x11, 0x22, 0x33, 0x44, 0x55};
struct heard on_wire, in_stack;
struct nic *nic;

int port_frame(uint8_t *bytes, int length, int number, const uint8_t destination[6])
{
    int i;

    memcpy(bytes, destination, 6);
    memcpy(bytes + 6, "\2source", 6);
    bytes[12] = 0x88;
    bytes[13] = 0xb5; /* local experiments (IEEE 802) */
    for (i = 0; i < 4; i++)
        bytes[NUMBER_AT + i] = (uint8_t)(number >> (24 - 8 * i));
    for (i = PATTERN_AT; i < length; i++)
        bytes[i] = (uint8_t)(number * 31 + i);
    return length;
}

/* Numbers only grow: a frame may be lost where a test says so, never repeated. */
static void check_number(struct heard *heard)
{
    static uint8_t expected[PORT_LONGEST];
    const uint8_t *at = heard->bytes + NUMBER_AT;
    int number = (at[0] & 0x7f) << 24 | at[1] << 16 | at[2] << 8 | at[3];

    heard->wrong += heard->bytes[12] == 0xee; /* poison: the bytes were never synced */
    if (heard->bytes[12] != 0x88 || heard->bytes[13] != 0xb5)
        return;
    port_frame(expected, heard->length, number, heard->bytes);
    if (memcmp(expected, heard->bytes, (size_t)heard->length) != 0 || number < heard->next)
        heard->wrong++;
    heard->next = number + 1;
}

static void wire(void *listener, const uint8_t *bytes, size_t length)
{
    struct heard *heard = listener;

    heard->count++;
    heard->length = (int)length;
    memcpy(heard->bytes, bytes, length);
    check_number(heard);
}

static void stack(const struct mbuf *m)
{
    const struct mbuf *piece;

    in_stack.count++;
    in_stack.length = m->m_pkthdr.len;
    in_stack.checked = m->m_pkthdr.csum_flags;
    in_stack.tag = m->m_flags & M_VLANTAG ? m->m_pkthdr.ether_vtag : -1;
    in_stack.pieces = 0;
    for (piece = m; piece; piece = piece->m_next)
        in_stack.pieces++;
    m_copydata(m, 0, in_stack.length, (char *)in_stack.bytes);
    check_number(&in_stack);
}

void port_power_on(void)
{
    memset(&on_wire, 0, sizeof on_wire);
    memset(&in_stack, 0, sizeof in_stack);
    nic = nic_power_on(own_address, wire, &on_wire);
    mock_listen(stack);
}

void port_power_off(void)
{
    tap_equal(0, mock_leaks());
    tap_equal(0, dma_faults());
    tap_equal(0, on_wire.wrong);
    tap_equal(0, in_stack.wrong);
    nic_power_off(nic);
}

void port_open(void)
{
    port_power_on();
    tap_equal(0, mock_attach(nic));
    tap_equal(0, mock_up(true));
    mock_run();
    tap_check(mock_link_is_up());
}

void port_close(void)
{
    tap_equal(0, mock_detach());
    port_power_off();
}

int port_send(int number, int length, int pieces)
{
    static uint8_t bytes[PORT_LONGEST];

    port_frame(bytes, length, number, (const uint8_t *)"\2peer\1");
    return mock_transmit(mock_packet(bytes, length, pieces));
}

bool port_arrive(int number, int length)
{
    uint8_t bytes[16384];

    port_frame(bytes, length, number, own_address);
    return nic_frame_from_wire(nic, bytes, (size_t)length);
}

static void put16(uint8_t *at, int value)
{
    at[0] = (uint8_t)(value >> 8);
    at[1] = (uint8_t)value;
}

static void ip_header(uint8_t *ip, bool ipv6, int protocol, int behind)
{
    int i;

    ip[0] = ipv6 ? 0x60 : 0x45;
    put16(ip + (ipv6 ? 4 : 2), ipv6 ? behind : IPV4 + behind);
    ip[ipv6 ? 6 : 9] = (uint8_t)protocol;
    ip[ipv6 ? 7 : 8] = 64;
    for (i = 0; i < (ipv6 ? 32 : 8); i++)
        ip[(ipv6 ? 8 : 12) + i] = (uint8_t)(0x20 + i);
}

int port_ip_frame(uint8_t *bytes, bool ipv6, int protocol, int payload)
{
    int network = ipv6 ? IPV6 : IPV4, transport = protocol == 6 ? 20 : 8, i;
    uint8_t *at = bytes + HEADER + network;

    memset(bytes, 0, (size_t)(HEADER + network + transport));
    memcpy(bytes, own_address, 6);
    put16(bytes + 12, ipv6 ? 0x86dd : 0x0800);
    ip_header(bytes + HEADER, ipv6, protocol, transport + payload);
    put16(at, 1234);
    put16(at + 2, 80);
    if (protocol == 6) {
        at[12] = 5 << 4;
        at[13] = 0x18;
    } else {
        put16(at + 4, transport + payload);
    }
    for (i = 0; i < payload; i++)
        at[transport + i] = (uint8_t)(i * 7);
    return HEADER + network + transport + payload;
}

static uint8_t *transport_sum(uint8_t *bytes, int protocol, bool ipv6)
{
    return bytes + HEADER + (ipv6 ? IPV6 : IPV4) + (protocol == 6 ? 16 : 6);
}

void port_seed(uint8_t *bytes, int length, int protocol, bool ipv6)
{
    int network = ipv6 ? IPV6 : IPV4;
    uint8_t *addresses = bytes + HEADER + (ipv6 ? 8 : 12);

    put16(transport_sum(bytes, protocol, ipv6),
          dp_pseudo_header(addresses, ipv6 ? 32 : 8, (uint8_t)protocol,
                           (uint32_t)(length - HEADER - network)));
}

bool port_sums(uint8_t *bytes, int length)
{
    bool ipv6 = bytes[12] == 0x86, good = true;
    int network = ipv6 ? IPV6 : IPV4, protocol = bytes[HEADER + (ipv6 ? 6 : 9)];
    int behind = (bytes[HEADER + (ipv6 ? 4 : 2)] << 8 | bytes[HEADER + (ipv6 ? 5 : 3)]) -
                 (ipv6 ? 0 : IPV4);
    uint8_t *ip = bytes + HEADER, *sum = transport_sum(bytes, protocol, ipv6);
    uint16_t pseudo = dp_pseudo_header(ip + (ipv6 ? 8 : 12), ipv6 ? 32 : 8, (uint8_t)protocol,
                                       (uint32_t)behind);

    if (HEADER + network + behind > length)
        return false;
    if (!ipv6)
        good = dp_sum(ip, IPV4) == 0xffff;
    good = good && dp_sum_add(pseudo, dp_sum(ip + network, (uint32_t)behind)) == 0xffff;
    if (!ipv6) {
        put16(ip + 10, 0);
        put16(ip + 10, dp_sum_finish(dp_sum(ip, IPV4)));
    }
    put16(sum, 0);
    put16(sum, dp_sum_finish(dp_sum_add(pseudo, dp_sum(ip + network, (uint32_t)behind))));
    return good;
}
