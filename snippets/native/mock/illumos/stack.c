/* The stack above an instance: frames that go up and down, mac_rx(9F), mc_tx(9E). */
#include <sys/strsubr.h>
#include <sys/strsun.h>

#include "mac_state.h"
#include "rule.h"

enum { HEADER = 14 };

static void (*listener)(const mblk_t *mp);
static mblk_t *held;
static int to_hold;
static bool echo;

static void check_piece(const mblk_t *mp)
{
    rule_require(mock_message_is_live(mp), "illumos/rx-freed", "mac_rx(9F)",
                 "a message goes up that is freed");
    rule_require(mp->b_rptr >= mp->b_datap->db_base && mp->b_wptr <= mp->b_datap->db_lim &&
                     mp->b_rptr < mp->b_wptr,
                 "illumos/rx-pointers", "mblk(9S)", "b_rptr and b_wptr are not in the buffer");
}

static void check_frame(const mblk_t *frame)
{
    const mblk_t *mp;
    size_t bytes = 0;

    for (mp = frame; mp; mp = mp->b_cont) {
        check_piece(mp);
        rule_require(mp == frame || !mp->b_next, "illumos/rx-chain", "mac_rx(9F)",
                     "a piece of a frame is the first of another");
        bytes += (size_t)MBLKL(mp);
    }
    rule_require(bytes >= HEADER && bytes <= HEADER + mac->sdu + mac->margin,
                 "illumos/rx-length", "mac_register(9S) m_max_sdu", "a frame of %zu bytes", bytes);
}

/* The stack looks at a header, and writes to what is its own now. */
static void use(mblk_t *frame)
{
    if (listener)
        listener(frame);
    if (frame->b_datap->db_ref == 1 && !echo)
        memset(frame->b_rptr, 0x5a, HEADER);
}

static void dispose(mblk_t *frame)
{
    if (echo) {
        mock_ask(frame, 0, 0, 0, 0);
        mock_transmit(frame);
    } else if (to_hold > 0) {
        to_hold--;
        frame->b_next = held;
        held = frame;
    } else {
        freemsg(frame);
    }
}

void mac_rx(mac_handle_t handle, mac_resource_handle_t resource, mblk_t *chain)
{
    mblk_t *next;

    (void)resource;
    mock_check_call(handle, "mac_rx");
    rule_require(chain, "illumos/rx-nothing", "mac_rx(9F)", "no message");
    rule_require(handle->started, "illumos/rx-stopped", "mc_start(9E)",
                 "frames of an instance that is stopped");
    for (; chain; chain = next) {
        rule_require(mock_message_is_live(chain), "illumos/rx-freed", "mac_rx(9F)",
                     "a message goes up that is freed");
        next = chain->b_next;
        chain->b_next = NULL;
        check_frame(chain);
        use(chain);
        dispose(chain);
    }
}

void mock_listen(void (*function)(const mblk_t *mp))
{
    listener = function;
}

void mock_hold(int frames)
{
    to_hold = frames;
}

void mock_let_go(void)
{
    to_hold = 0;
    freemsgchain(held);
    held = NULL;
}

void mock_echo(bool on)
{
    echo = on;
}

/* Frames that go down. */

static void append(mblk_t *chain)
{
    mblk_t **link = &mac->waiting;

    while (*link)
        link = &(*link)->b_next;
    *link = chain;
}

static void check_returned(const mblk_t *chain)
{
    for (; chain; chain = chain->b_next) {
        rule_require(mock_message_is_live(chain), "illumos/returned-freed", "mc_tx(9E)",
                     "returns a frame that it has freed");
        rule_require(chain->b_datap->mock_bound == 0, "illumos/returned-and-kept", "mc_tx(9E)",
                     "returns a frame that is bound for the device");
    }
}

static void send(mblk_t *chain)
{
    mblk_t *rest = mac->callbacks->mc_tx(mac->driver, chain);

    mock_check_returned("mc_tx");
    check_returned(rest);
    if (!rest)
        return;
    mac->blocked = true;
    append(rest);
}

void mock_transmit(mblk_t *chain)
{
    if (!mock_is_started())
        freemsgchain(chain);
    else if (mac->blocked)
        append(chain);
    else
        send(chain);
}

int mock_waiting(void)
{
    const mblk_t *mp;
    int count = 0;

    for (mp = mac ? mac->waiting : NULL; mp; mp = mp->b_next)
        count++;
    return count;
}

/* MAC calls mc_tx out of it, with what had to wait. */
void mac_tx_update(mac_handle_t handle)
{
    mblk_t *chain;

    mock_check_call(handle, "mac_tx_update");
    if (!handle->blocked)
        return;
    handle->blocked = false;
    chain = handle->waiting;
    handle->waiting = NULL;
    if (chain)
        send(chain);
}
