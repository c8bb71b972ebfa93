/*
 * The interface of a small real-time kernel, as the driver uses it: our own, no product's.
 * Fixed priorities, no heap: whoever creates something brings its memory. Most such kernels
 * have a call for each; these are the nearest. Checked in the public documentation named at
 * the end, unless an asterisk says that it is from memory.
 *
 *   here                     FreeRTOS                  Zephyr               ThreadX
 *   rtos_task_start          xTaskCreateStatic         k_thread_create*     tx_thread_create
 *   rtos_task_join           none*                     k_thread_join*       none*
 *   rtos_sleep, rtos_now     vTaskDelay*,              k_sleep*,            tx_thread_sleep,
 *                            xTaskGetTickCount*        k_uptime_get_32*     tx_time_get
 *   rtos_flags_set           xTaskNotify, eSetBits     k_event_post         tx_event_flags_set
 *   rtos_flags_set_from_isr  xTaskNotifyFromISR        k_event_post         tx_event_flags_set
 *   rtos_flags_wait          xTaskNotifyWait           k_event_wait         tx_event_flags_get
 *   rtos_queue_send          xQueueSend*               k_msgq_put           tx_queue_send
 *   rtos_queue_receive       xQueueReceive*            k_msgq_get           tx_queue_receive
 *   rtos_mutex_init          xSemaphoreCreateMutex-    k_mutex_init         tx_mutex_create,
 *                            Static                                         TX_INHERIT
 *   rtos_mutex_lock          xSemaphoreTake            k_mutex_lock         tx_mutex_get
 *   rtos_pool_get            none; FreeRTOS+TCP: pxGet- k_mem_slab_alloc    tx_block_allocate
 *                            NetworkBufferWithDescriptor
 *   rtos_cache_invalidate    none; CMSIS: SCB_Invali-  sys_cache_data_-     none*
 *                            dateDCache_by_Addr        invd_range
 *
 * What differs matters: FreeRTOS has other functions for interrupts (…FromISR), the others
 * check the context themselves; xEventGroupSetBitsFromISR does its work in the timer task,
 * so flags for one task are a task notification there; k_event_wait leaves the flags set
 * unless it is told otherwise; a ThreadX mutex inherits only if it is created so.
 *
 * Sources: freertos.org, pages named after the functions and "RTOS Task Notifications used
 * as light weight event group"; FreeRTOS+TCP, NetworkBufferManagement.h; Zephyr, kernel
 * services (events, mutexes, message queues, memory slabs) and zephyr/cache.h; ThreadX user
 * guide, chapter 4, "Allowed From"; CMSIS-Core, D-Cache functions.
 */
#ifndef RTOS_KERNEL_H
#define RTOS_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RTOS_OK = 0,
    RTOS_TIMEOUT = -1,
    RTOS_FULL = -2,
    RTOS_NO_MEMORY = -3,
    RTOS_INVALID = -4,
    RTOS_BUSY = -5,
    RTOS_IO_ERROR = -6,
    RTOS_NO_DEVICE = -7,
    RTOS_NOT_SUPPORTED = -95
};

#define RTOS_FOREVER 0xffffffffu /* ticks; no wait is so long otherwise */

/* A task: higher numbers go first. Its memory is the creator's until it was joined. */
struct rtos_task {
    const char *name;
    unsigned priority, inherited; /* its own, and what holds now */
    int slot;                     /* the kernel's */
};

/* Entry returns when the task is over. Stacks are static too. */
int rtos_task_start(struct rtos_task *task, const char *name, unsigned priority,
                    void (*entry)(void *argument), void *argument, void *stack, size_t bytes);
/* Waits for its end. */
void rtos_task_join(struct rtos_task *task);

/* Ticks of one millisecond; 32 bits wrap after 49 days, so compare differences. */
void rtos_sleep(uint32_t ticks);
uint32_t rtos_now(void);

/* Flags that one task waits for: at most 24 are portable (an event group of FreeRTOS). */
struct rtos_flags {
    volatile uint32_t set;
};

void rtos_flags_init(struct rtos_flags *flags);
void rtos_flags_set(struct rtos_flags *flags, uint32_t bits);
void rtos_flags_set_from_isr(struct rtos_flags *flags, uint32_t bits);
/* Waits for any flag and takes all that are set; 0: none was, for so many ticks. */
uint32_t rtos_flags_wait(struct rtos_flags *flags, uint32_t ticks);

/* Pointers, first in first out. Neither call waits. */
struct rtos_queue {
    void **slots;
    uint32_t length, first, count;
};

void rtos_queue_init(struct rtos_queue *queue, void **slots, uint32_t length);
int rtos_queue_send(struct rtos_queue *queue, void *message); /* RTOS_OK or RTOS_FULL */
void *rtos_queue_receive(struct rtos_queue *queue);           /* NULL: it is empty */
uint32_t rtos_queue_space(const struct rtos_queue *queue);    /* messages that it takes now */

/* A mutex has an owner; who inherits goes on at the priority of the highest who waits. */
enum { RTOS_MUTEX_PLAIN, RTOS_MUTEX_INHERIT };

struct rtos_mutex {
    int protocol;
    struct rtos_task *owner;
};

void rtos_mutex_init(struct rtos_mutex *mutex, int protocol);
void rtos_mutex_lock(struct rtos_mutex *mutex);
void rtos_mutex_unlock(struct rtos_mutex *mutex);

#endif
