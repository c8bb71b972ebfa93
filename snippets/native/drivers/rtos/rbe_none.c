/* What other drivers can and this device or kernel cannot: answered, and in exceptions.tsv. */
#include "rbe_port.h"

// tag::exceptions[]
DP_PORTING_EXCEPTION("MTU change", "the MTU sizes static pools, so it is a constant");
int rbe_set_mtu(struct rbe_port *port, unsigned bytes)
{
    (void)port, (void)bytes;
    return RTOS_NOT_SUPPORTED;
}

DP_PORTING_EXCEPTION("TCP segmentation", "no frame of the pool is longer than one the wire takes");
int rbe_segment(struct rbe_port *port, struct netbuf *packet, unsigned segment_bytes)
{
    (void)port, (void)packet, (void)segment_bytes;
    return RTOS_NOT_SUPPORTED;
}

DP_PORTING_EXCEPTION("VLAN insertion", "a netbuf has no field for a tag: the stack writes it");
int rbe_insert_tag(struct rbe_port *port, struct netbuf *frame, unsigned tag)
{
    (void)port, (void)frame, (void)tag;
    return RTOS_NOT_SUPPORTED;
}

DP_PORTING_EXCEPTION("receive side scaling", "one task owns the device, on one processor");
int rbe_spread(struct rbe_port *port, unsigned queues)
{
    (void)port, (void)queues;
    return RTOS_NOT_SUPPORTED;
}

DP_PORTING_EXCEPTION("XDP", "nobody loads programs, and no time is set aside for them");
int rbe_attach_program(struct rbe_port *port, const void *program)
{
    (void)port, (void)program;
    return RTOS_NOT_SUPPORTED;
}

DP_PORTING_EXCEPTION("hardware time stamps", "no netbuf has a field for it, no 8254x a clock");
int rbe_time_of(struct rbe_port *port, const struct netbuf *frame, uint64_t *nanoseconds)
{
    (void)port, (void)frame, (void)nanoseconds;
    return RTOS_NOT_SUPPORTED;
}
// end::exceptions[]
