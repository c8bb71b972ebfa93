/* The cases, by file; main.c lists them. */
#ifndef CASES_H
#define CASES_H

/* traffic.c */
void attach_detach(void);
void send_one(void);
void receive_one(void);
void send_scatter_gather(void);
void receive_jumbo(void);
void wraps(void);
void ring_full_and_recovery(void);
void contended(void);
void checksum_offload(void);
void tso(void);
void tso_needs_checksums(void);
void vlan(void);
void filters(void);
void packets(void);

/* trouble.c */
void refill_failure(void);
void reset_in_traffic(void);
void detach_in_traffic(void);
void low_memory_everywhere(void);
void silent_device(void);
void late_device(void);
void deaf_device(void);
void endless_reset(void);
void lost_interrupt(void);
void interrupt_storm(void);
void link_flap(void);
void unplugged(void);
void damaged_frames(void);
void requests(void);

#endif
