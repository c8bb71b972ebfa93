/**
 * A small real-time kernel, named plainly RTOS: fixed priorities, static pools, no heap
 * once the system runs, interrupts that only wake a task. No product is modelled; each
 * rule is one that FreeRTOS or lwIP states in its public documentation, and is named
 * with that source.
 *
 * <p>Read {@link org.ringbook.adapters.rtos.Rtos} for contexts and the heap, {@link
 * org.ringbook.adapters.rtos.Task} for queues and priorities, {@link
 * org.ringbook.adapters.rtos.StaticPool} for buffers; then the driver: {@link
 * org.ringbook.adapters.rtos.EthernetDriver}.
 */
package org.ringbook.adapters.rtos;
