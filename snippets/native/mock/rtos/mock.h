/*
 * The executable mock of a small real-time kernel on a board with one device. One task
 * runs at a time, by priority; the test is the task of lowest priority. Time is the mock's:
 * a tick steps the device, lets the cache write back what is dirty, raises the
 * interrupt. Rules are named rtos/....
 */
#ifndef MOCK_RTOS_H
#define MOCK_RTOS_H

#include <rtos/io.h>
#include <rtos/memory.h>
#include <rtos/netbuf.h>

#include "nic8254x.h"

enum { MOCK_REGISTERS = 0x40020000, MOCK_LINE = 61, MOCK_LOWEST = 1 };

/* How the kernel shall be at its hardest; all is off at first. */
struct mock_options {
    bool eager;            /* the device moves, and may interrupt, at each call of the kernel */
    bool interrupted_late; /* the next call that finds a queue full, or no block, is interrupted
                              before it returns: late(argument) runs in between */
    void (*late)(void *argument);
    void *argument;
};

extern struct mock_options mock_options;

/* Switches a board on; the caller becomes the task of lowest priority. */
void mock_boot(struct nic *nic);
/* Off again; what is still alive is named on stderr and counted. */
int mock_leaks(void);

/* Ticks until nothing moves; and so many ticks, quiet or not. */
void mock_run(void);
void mock_wait(uint32_t ticks);

/* The bridge between device and memory. */
void mock_gate(bool open);

/* Longest interrupt routine so far, in accesses and calls; and switches between tasks. */
uint32_t mock_isr_longest(void);
uint32_t mock_switches(void);

/* -- between the parts -- */
void mock_call(const char *name);      /* tasks.c: a call that only tasks may make */
void mock_isr_call(const char *name);  /* board.c: counts what an interrupt routine does */
void mock_call_ends(void);             /* tasks.c: who is now highest goes on */
void mock_may_call_up(const char *what); /* sync.c: no mutex may be held */
bool mock_wait_until(bool (*ready)(void *), void *argument, uint32_t ticks); /* tasks.c */
struct rtos_task *mock_current(void);
void mock_priority_changed(void);
int mock_task_leaks(void);
void mock_tasks_boot(void);
bool mock_others_sleep(void);          /* tasks.c: some task waits for a time that is near */
bool mock_tick(void);                  /* board.c: true if anything moved */
void mock_step_device(void);
void mock_late(void);                  /* board.c: mock_options.late */
int mock_board_leaks(void);
void mock_cache_boot(void);
void mock_cache_off(void);
bool mock_write_buffer_is_empty(void);
void mock_cache_evict(void);           /* what is dirty may be written at any time: now */
void mock_uncached_pull(void);         /* what the device wrote to memory that is not cached */
bool mock_is_dma(const void *memory, size_t bytes);
void mock_memory_read(const void *memory, void *copy, size_t bytes); /* past the cache */
int mock_pool_leaks(void);
void mock_pools_boot(void);

#endif
