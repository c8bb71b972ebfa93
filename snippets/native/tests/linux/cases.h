/* The cases, by file; main.c lists them. */
#ifndef CASES_H
#define CASES_H

/* traffic.c */
void attach_detach(void);
void send_one(void);
void receive_one(void);
void send_scatter_gather(void);
void more_to_come(void);
void receive_jumbo(void);
void wraps(void);
void budget(void);
void ring_full(void);
void addresses(void);

/* offload.c */
void checksum_offload(void);
void tso(void);
void vlan(void);

/* trouble.c */
void refill_failure(void);
void reset_in_traffic(void);
void detach_in_traffic(void);
void low_memory_everywhere(void);
void silent_device(void);
void endless_reset(void);
void lost_interrupt(void);
void interrupt_storm(void);
void link_flap(void);
void unplugged(void);

/* exceptions.c */
void exceptions(void);
void exceptions_register(void);
void packets(void);

#endif
