/*
 * How many frames the case "packets" of each kernel's tests sends and receives, so that
 * benchmarks/instructions.sh can count what a frame costs in each driver. To join:
 *
 *     static void packets(void)
 *     {
 *         port_open();
 *         for (int i = 0; i < packets_to_send(); i++) {
 *             send frame i, PACKET_BYTES long, in one piece;
 *             if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
 *                 let device, interrupts and tasks run until nothing moves;
 *         }
 *         the same for packets_to_receive(); check that all came; port_close();
 *     }
 *     … {"packets", packets}, …
 */
#ifndef PACKETS_H
#define PACKETS_H

enum { PACKET_BYTES = 256, PACKETS_A_BURST = 16 };

/* The environment's PACKETS_TX and PACKETS_RX; 64 of each if they are not set. */
int packets_to_send(void);
int packets_to_receive(void);

#endif
