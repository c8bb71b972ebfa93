#include "port.h"

#include "dma.h"
#include "dp_checksum.h"
#include "memory.h"
#include "rule.h"

enum { HEADER = 14, NUMBER_AT = 14, PATTERN_AT = 18, IPV4 = 20, IPV6 = 40, OWN = 64 };

static void input(void *context, struct netbuf *frame);
static void room(void *context);
static void link(void *context, bool up);

const struct rbe_config board = {
    .registers = MOCK_REGISTERS,
    .line = MOCK_LINE,
    .address = {0x02, 0x11, 0x22, 0x33, 0x44, 0x55},
    .stack = &stack,
    .input = input,
    .room = room,
    .link = link,
    .gate = mock_gate,
};
struct heard on_wire, in_stack;
struct stack stack;
struct nic *nic;
struct rbe_port port;

static RTOS_DMA uint8_t own_memory[OWN][256];
static struct netbuf own_pieces[OWN];

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

    heard->wrong += heard->bytes[12] >= 0xd0; /* of a free block: what nobody ever sent */
    if (heard->bytes[12] != 0x88 || heard->bytes[13] != 0xb5)
        return;
    port_frame(expected, heard->length, number, heard->bytes);
    memcpy(expected + 6, heard->bytes + 6, 6); /* an echo has another source */
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

static void echo(struct netbuf *frame)
{
    uint8_t address[6];

    memcpy(address, frame->data, 6);
    memcpy(frame->data, frame->data + 6, 6);
    memcpy(frame->data + 6, address, 6);
    if (rbe_output(&port, frame) != RTOS_OK)
        netbuf_free(frame);
}

static void input(void *context, struct netbuf *frame)
{
    struct stack *to = context;
    const struct netbuf *piece = frame;

    mock_may_call_up("input");
    in_stack.count++;
    in_stack.flags = frame->flags;
    in_stack.length = in_stack.pieces = 0;
    for (; piece; piece = piece->next, in_stack.pieces++) {
        memcpy(in_stack.bytes + in_stack.length, piece->data, piece->length);
        in_stack.length += piece->length;
    }
    check_number(&in_stack);
    if (to->echoes) {
        echo(frame);
    } else if (to->holds) {
        frame->next_frame = to->held;
        to->held = frame;
    } else {
        netbuf_free(frame);
    }
}

static void room(void *context)
{
    mock_may_call_up("room");
    ((struct stack *)context)->rooms++;
}

static void link(void *context, bool up)
{
    struct stack *to = context;

    mock_may_call_up("link");
    to->links++;
    to->link_up = up;
}

void stack_release(void)
{
    struct netbuf *frame = stack.held, *next;

    for (stack.held = NULL; frame; frame = next) {
        next = frame->next_frame;
        netbuf_free(frame);
    }
}

void port_power_on(void)
{
    memset(&on_wire, 0, sizeof on_wire);
    memset(&in_stack, 0, sizeof in_stack);
    memset(&stack, 0, sizeof stack);
    nic = nic_power_on(board.address, wire, &on_wire);
    mock_boot(nic);
}

void port_power_off(void)
{
    int own;

    (void)port_arrive(in_stack.next, 300); /* nobody listens, or it writes where it may not */
    mock_wait(3);
    for (own = 0; own < OWN; own++)
        tap_check(!own_pieces[own].home);
    tap_equal(0, mock_leaks());
    tap_equal(0, dma_faults());
    tap_equal(0, on_wire.wrong);
    tap_equal(0, in_stack.wrong);
    nic_power_off(nic);
}

void port_open(void)
{
    port_power_on();
    tap_equal(RTOS_OK, rbe_attach(&port, &board));
    mock_run();
    tap_check(stack.link_up);
}

void port_close(void)
{
    stack_release();
    tap_equal(RTOS_OK, rbe_detach(&port));
    port_power_off();
}

struct netbuf *port_netbuf(const uint8_t *bytes, int length, int piece)
{
    struct netbuf *first = NULL, **end = &first;
    int at;

    for (at = 0; at < length; at += piece) {
        struct netbuf *next = rbe_buffer(&port);

        if (!next) {
            netbuf_free(first);
            return NULL;
        }
        next->length = (uint16_t)(length - at < piece ? length - at : piece);
        memcpy(next->data, bytes + at, next->length);
        *end = next;
        end = &next->next;
    }
    return first;
}

int port_output(struct netbuf *frame)
{
    int result = frame ? rbe_output(&port, frame) : RTOS_NO_MEMORY;

    if (frame && result != RTOS_OK)
        netbuf_free(frame);
    return result;
}

int port_send(int number, int length, int piece)
{
    static uint8_t bytes[PORT_LONGEST];

    port_frame(bytes, length, number, (const uint8_t *)"\2peer\1");
    return port_output(port_netbuf(bytes, length, piece));
}

static void own_free(struct netbuf *piece)
{
    mock_may_call_up("free");
    rule_require(piece->home, "stack/freed-twice", "netbuf.h", "a piece came home twice");
    memset(own_memory[piece - own_pieces], 0xd9, sizeof own_memory[0]);
    piece->home = NULL;
    stack.came_home++;
}

static struct netbuf *own_piece(const uint8_t *bytes, int length)
{
    int i = 0;
    struct netbuf *piece;

    while (own_pieces[i].home)
        i++;
    piece = &own_pieces[i];
    *piece = (struct netbuf){.length = (uint16_t)length, .free = own_free, .home = &stack};
    piece->data = own_memory[i] + 1 + i % 30;
    memcpy(piece->data, bytes, (size_t)length);
    return piece;
}

struct netbuf *port_own(const uint8_t *bytes, int length, int pieces)
{
    struct netbuf *first = NULL, **end = &first;
    int i, at = 0;

    for (i = 0; i < pieces; i++) {
        int part = (length - at) / (pieces - i);

        *end = own_piece(bytes + at, part);
        end = &(*end)->next;
        at += part;
    }
    return first;
}

bool port_arrive(int number, int length)
{
    uint8_t bytes[PORT_LONGEST];

    port_frame(bytes, length, number, board.address);
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

int port_ip_frame(uint8_t *bytes, bool ipv6, int protocol, int payload, int tag)
{
    int network = ipv6 ? IPV6 : IPV4, transport = protocol == 6 ? 20 : 8, i;
    int header = tag < 0 ? HEADER : HEADER + 4;
    uint8_t *at = bytes + header + network;

    memset(bytes, 0, (size_t)(header + network + transport));
    memcpy(bytes, board.address, 6);
    if (tag >= 0) {
        put16(bytes + 12, 0x8100);
        put16(bytes + 14, tag);
    }
    put16(bytes + header - 2, ipv6 ? 0x86dd : 0x0800);
    ip_header(bytes + header, ipv6, protocol, transport + payload);
    put16(at, 1234);
    put16(at + 2, 80);
    if (protocol == 6)
        at[12] = 5 << 4;
    else
        put16(at + 4, transport + payload);
    for (i = 0; i < payload; i++)
        at[transport + i] = (uint8_t)(i * 7);
    return header + network + transport + payload;
}

/* Fills both sums in; true if they were right. */
bool port_sums(uint8_t *bytes, int length)
{
    uint8_t *ip = bytes + (bytes[12] == 0x81 ? HEADER + 4 : HEADER);
    bool ipv6 = ip[-2] == 0x86, good = true;
    int network = ipv6 ? IPV6 : IPV4, protocol = ip[ipv6 ? 6 : 9];
    int behind = length - (int)(ip - bytes) - network;
    uint8_t *sum = ip + network + (protocol == 6 ? 16 : 6);
    uint16_t pseudo = dp_pseudo_header(ip + (ipv6 ? 8 : 12), ipv6 ? 32 : 8, (uint8_t)protocol,
                                       (uint32_t)behind);

    if (!ipv6) {
        good = dp_sum(ip, IPV4) == 0xffff;
        put16(ip + 10, 0);
        put16(ip + 10, dp_sum_finish(dp_sum(ip, IPV4)));
    }
    good = good && dp_sum_add(pseudo, dp_sum(ip + network, (uint32_t)behind)) == 0xffff;
    put16(sum, 0);
    put16(sum, dp_sum_finish(dp_sum_add(pseudo, dp_sum(ip + network, (uint32_t)behind))));
    return good;
}
