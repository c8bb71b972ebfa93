/* A port to test with: device, driver, mock kernel, and what both ends heard. */
#ifndef PORT_H
#define PORT_H

#include "mock.h"
#include "tap.h"

enum { PORT_LONGEST = 70000 };

/* iflib drops where the native driver queues, and answers some requests itself. */
#ifndef PORT_IS_IFLIB
#define PORT_IS_IFLIB 0
#endif

/* What one end has heard. */
struct heard {
    int count;  /* all frames */
    int wrong;  /* numbered frames that differ from what was sent, or come out of order */
    int next;   /* least number that may come */
    int length; /* of the last */
    int pieces; /* mbufs of it; the stack's end only */
    uint32_t checked, flags;
    int tag;
    uint8_t bytes[PORT_LONGEST];
};

extern struct heard on_wire, in_stack;
extern struct nic *nic;
extern const uint8_t own_address[6];

/* Power, attach, up, link: the port is ready. */
void port_open(void);
/* Detach, power off, and nothing may be left. */
void port_close(void);
void port_power_on(void);
void port_power_off(void);

/* Frame number so-and-so: the same bytes each time. */
int port_frame(uint8_t *bytes, int length, int number, const uint8_t destination[6]);
int port_send(int number, int length, int pieces);
bool port_arrive(int number, int length);

/* An Ethernet frame with an IP packet of that protocol, its sums right or zero. */
int port_ip_frame(uint8_t *bytes, bool ipv6, int protocol, int payload);
/* Puts what a stack leaves for the device: the sum of the pseudo header. */
void port_seed(uint8_t *bytes, int length, int protocol, bool ipv6);
/* Fills both sums in; true if they were right. */
bool port_sums(uint8_t *bytes, int length);

#endif
