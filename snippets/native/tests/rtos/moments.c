/* Tasks and interrupts at every moment: who was interrupted, who waits, who is woken. */
#include "cases.h"
#include "port.h"

/* The device moves and interrupts at each call of the kernel, in whatever task. */
void interrupted_everywhere(void)
{
    int i;

    port_open();
    mock_options.eager = true;
    for (i = 0; i < 2000; i++) {
        (void)port_arrive(i, 60 + i * 7 % 1400);
        tap_equal(RTOS_OK, port_send(i, 60 + i % 1400, 512));
        if (i % 200 == 0)
            tap_equal(RTOS_OK, rbe_moderate(&port, (uint32_t)(i / 200)));
    }
    mock_run();
    tap_equal(2000, on_wire.count);
    tap_equal(2000, in_stack.count);
    for (i = 2000; i < 2300; i++) {
        (void)port_arrive(i, 200);
        (void)port_send(i, 200, 100);
        if (i % 10 == 0)
            tap_equal(RTOS_OK, rbe_reset(&port));
    }
    mock_options.eager = false;
    mock_run();
    port_close();
}

void short_interrupt_routine(void)
{
    int i;

    port_open();
    nic_faults(nic)->storm = 50;
    for (i = 0; i < 50; i++) {
        (void)port_arrive(i, 1500);
        (void)port_send(i, 1500, 512);
    }
    mock_run();
    tap_equal(3, mock_isr_longest()); /* ICR, IMC, flags */
    port_close();
}

static void clear_room(void *unused)
{
    (void)unused;
    nic_link(nic, true);
    mock_run();
}

/* The queue empties between a sender's look and its word that it waits. */
void room_after_a_full_queue(void)
{
    int i;

    port_open();
    nic_link(nic, false);
    mock_run();
    for (i = 0; i < RBE_QUEUE; i++)
        tap_equal(RTOS_OK, port_send(i, 64, 512));
    mock_options.late = clear_room;
    mock_options.interrupted_late = true;
    tap_equal(RTOS_OK, port_send(i, 64, 512)); /* there is room at the second look */
    mock_run();
    tap_equal(RBE_QUEUE + 1, on_wire.count);
    nic_link(nic, false);
    mock_run();
    for (i = 100; i < 100 + RBE_QUEUE; i++)
        tap_equal(RTOS_OK, port_send(i, 64, 512));
    stack.rooms = 0;
    tap_equal(RTOS_FULL, port_send(i, 64, 512));
    nic_link(nic, true);
    mock_run();
    tap_equal(1, stack.rooms);
    port_close();
}

static struct netbuf *greedy;

static void take_all(void)
{
    struct netbuf *block;

    while ((block = rbe_buffer(&port))) {
        block->next = greedy;
        greedy = block;
    }
}

static void give_all(void *unused)
{
    (void)unused;
    netbuf_free(greedy);
    greedy = NULL;
}

/* Between drain and refill somebody of higher priority takes all blocks. */
static void greedy_gate(bool open)
{
    mock_gate(open);
    if (open)
        take_all();
}

/* The ring has no block, so no frame will ever interrupt: whoever frees one must wake it. */
void pool_exhausted(void)
{
    struct rbe_config greedy_board = board;

    port_open();
    greedy_board.gate = greedy_gate;
    port.config = &greedy_board;
    tap_equal(RTOS_OK, rbe_reset(&port));
    mock_run();
    tap_equal(0, dp_in_flight(&port.rx.ring));
    give_all(NULL);
    mock_run(); /* far from the second hand's next tick */
    tap_equal(RBE_SLOTS - 1, dp_in_flight(&port.rx.ring));
    tap_check(port_arrive(1, 1000));
    mock_run();
    tap_equal(1, in_stack.count);
    port.config = &board;
    port_close();
}

/* The blocks come home between the driver's look and its word that it starves. */
void pool_filled_late(void)
{
    port_open();
    take_all();
    mock_options.late = give_all;
    mock_options.interrupted_late = true;
    tap_check(port_arrive(1, 100)); /* the second look finds a block for the slot */
    mock_run();
    tap_check(!mock_options.interrupted_late);
    tap_equal(1, in_stack.count);
    port_close();
}

/* A low task has the mutex, the driver waits for it, a task between them would starve both. */
static volatile bool burns;
static volatile uint32_t burnt;

static void burner(void *unused)
{
    (void)unused;
    while (burns) {
        burnt++;
        mock_step_device();
        if (burnt > 1000)
            break;
    }
}

void priority_inheritance(void)
{
    static uint64_t memory[128];
    static struct rtos_task task;
    struct rtos_mutex *mutex = &port.mutex;

    port_open();
    rtos_mutex_lock(mutex);
    (void)port_arrive(1, 100);
    mock_run(); /* the driver's task wakes, and waits for us */
    tap_equal(RBE_PRIORITY, mutex->owner->inherited);
    burns = true;
    tap_equal(RTOS_OK,
              rtos_task_start(&task, "burner", 3, burner, NULL, memory, sizeof memory));
    tap_equal(0, burnt); /* it is above us, but not above who waits for us */
    burns = false;
    rtos_mutex_unlock(mutex);
    tap_equal(1, in_stack.count);
    rtos_task_join(&task);
    port_close();
}

/* A run takes no more than its budget, then even the lowest task has a turn. */
void flood(void)
{
    int i, k, before;

    port_open();
    for (i = 0; i < 40; i++) {
        for (k = 0; k < 60; k++)
            (void)port_arrive(i * 60 + k, 64);
        before = in_stack.count;
        mock_wait(1);
        tap_equal(RBE_BUDGET, in_stack.count - before);
        mock_run();
    }
    tap_equal(2400, in_stack.count);
    port_close();
}
