/* What the tests of the Linux driver share: a port to test with, and frames. */
#ifndef PORT_H
#define PORT_H

#include "dma.h"
#include "mock.h"
#include "rbe.h"
#include "tap.h"

/* A broadcast of a type that nobody checks, and bytes that never repeat in step. */
extern u8 pattern[65536];
void port_fill(void);

/* Power, insmod, up, link: the port is ready. */
void port_open(void);
/* Down and out, and nothing may be left. */
void port_close(void);

const struct mock_frame *last_on_wire(void);
const struct mock_frame *last_delivered(void);
bool port_is(const struct mock_frame *frame, const u8 *bytes, size_t length);

struct rbe_port *port_driver(void);
struct rtnl_link_stats64 port_statistics(void);

/* Ethernet, IPv4 of 20 bytes, TCP of 20 or UDP of 8, payload; no sums. */
size_t port_packet(u8 *bytes, u8 protocol, size_t payload);
u32 port_sum(const u8 *bytes, size_t length, u32 before);
/* Whether TCP's or UDP's sum is right; the frame is one of port_packet. */
bool port_sum_is_right(const struct mock_frame *frame);
/* As the stack asks for a sum at that offset of the segment: the field holds the seed. */
void port_want_checksum(struct sk_buff *skb, u16 offset, u32 seed);

#endif
