/* NAPI, soft interrupts, and what the stack gets from a poll. */
#include <linux/bottom_half.h>

#include "mock.h"
#include "rule.h"

static const char NAPI[] = "Documentation/networking/napi.rst";

static int bottom_halves_off;

void netif_napi_add(struct net_device *dev, struct napi_struct *napi,
                    int (*poll)(struct napi_struct *, int))
{
    rule_require(!napi->added, "linux/napi-added-twice", NAPI, "netif_napi_add of an added one");
    napi->dev = dev;
    napi->poll = poll;
    napi->added = true;
    dev->napi = napi;
}

void netif_napi_del(struct napi_struct *napi)
{
    rule_require(!napi->enabled, "linux/napi-deleted-enabled", NAPI,
                 "netif_napi_del while enabled");
    napi->added = false;
}

void napi_enable(struct napi_struct *n)
{
    rule_require(n->added && !n->enabled, "linux/napi-enabled-twice", NAPI,
                 "napi_enable of one that is enabled or not added");
    n->enabled = true;
}

void napi_disable(struct napi_struct *n)
{
    rule_may_sleep("linux/sleep-in-atomic", NAPI);
    rule_require(n->enabled, "linux/napi-disabled-twice", NAPI, "napi_disable would wait for ever");
    n->enabled = n->scheduled = n->prepared = n->missed = false;
}

bool napi_schedule_prep(struct napi_struct *n)
{
    if (!n->enabled)
        return false;
    if (n->scheduled || n->prepared) {
        n->missed = true;
        return false;
    }
    return n->prepared = true;
}

void __napi_schedule(struct napi_struct *n)
{
    rule_require(n->prepared, "linux/napi-without-prep", NAPI,
                 "__napi_schedule without napi_schedule_prep");
    rule_require(rule_context != CONTEXT_THREAD || bottom_halves_off > 0,
                 "linux/napi-scheduled-in-thread", NAPI,
                 "a thread raises a soft interrupt and does not let it run: local_bh_disable");
    n->prepared = false;
    n->scheduled = true;
}

void local_bh_disable(void)
{
    bottom_halves_off++;
}

void local_bh_enable(void)
{
    rule_require(bottom_halves_off-- > 0, "linux/unlock-of-unlocked", "linux/bottom_half.h",
                 "bottom halves are not off");
}

bool napi_complete_done(struct napi_struct *n, int work_done)
{
    (void)work_done;
    rule_require(n->polling && n->scheduled, "linux/napi-complete-outside-poll", NAPI,
                 "napi_complete_done outside a poll");
    rule_require(!n->completed, "linux/napi-completed-twice", NAPI, "twice in one poll");
    n->completed = true;
    if (n->missed) {
        n->missed = false;
        return false;
    }
    n->scheduled = false;
    return true;
}

static void copy_frame(struct mock_frame *frame, const struct sk_buff *skb)
{
    size_t at = skb_headlen(skb);
    int i;

    memcpy(frame->bytes, skb->data, at);
    for (i = 0; i < skb->shared->nr_frags; i++) {
        const skb_frag_t *frag = &skb->shared->frags[i];

        memcpy(frame->bytes + at, frag->bv_page->memory + frag->bv_offset, frag->bv_len);
        at += frag->bv_len;
    }
    frame->length = at;
    frame->pieces = skb->shared->nr_frags + 1u;
    frame->vlan = skb->vlan_present ? skb->vlan_tci : -1;
    frame->ip_summed = skb->ip_summed;
}

gro_result_t napi_gro_receive(struct napi_struct *napi, struct sk_buff *skb)
{
    rule_require(napi->polling, "linux/receive-outside-poll", NAPI,
                 "napi_gro_receive outside a poll");
    mock_dma_page_freed(skb->page->memory, PAGE_SIZE);
    copy_frame(&mock.stack[mock.delivered++ % MOCK_KEPT], skb);
    dev_kfree_skb_any(skb);
    return GRO_NORMAL;
}

/* As net_rx_action and napi_poll in net/core/dev.c. */
void mock_poll_once(struct napi_struct *napi, int budget)
{
    int done;

    rule_context = CONTEXT_SOFT;
    napi->polling = true;
    napi->completed = false;
    done = napi->poll(napi, budget);
    napi->polling = false;
    rule_context = CONTEXT_THREAD;
    rule_require(done >= 0 && done <= budget, "linux/napi-over-budget", NAPI,
                 "%d of a budget of %d", done, budget);
    rule_require(done == budget || napi->completed, "linux/napi-not-completed", NAPI,
                 "less than the budget, and no napi_complete_done: never polled again");
    rule_require(done < budget || !napi->completed, "linux/napi-completed-with-budget-spent",
                 NAPI, "the whole budget is said to be used, and NAPI was completed");
}
