/* ddi_intr_alloc(9F) and what belongs to it: one fixed line, shared with a neighbour. */
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { MOST_UNQUENCHED = 1000 };

struct __ddi_intr_handle {
    ddi_intr_handler_t *handler;
    caddr_t arg1, arg2;
    bool enabled;
};

static ddi_intr_handle_t line;
static bool hilevel;
static int unquenched;

void mock_set_hilevel(bool on)
{
    hilevel = on;
}

static void call_handler(bool ours)
{
    enum rule_context before = rule_context;
    uint_t result;

    rule_context = CONTEXT_INTERRUPT;
    result = line->handler(line->arg1, line->arg2);
    rule_context = before;
    mock_check_returned("the interrupt handler");
    rule_require(result == DDI_INTR_CLAIMED || result == DDI_INTR_UNCLAIMED,
                 "illumos/claim", "ddi_intr_add_handler(9F)", "the handler returned %u", result);
    rule_require(!ours || result == DDI_INTR_CLAIMED, "illumos/unclaimed",
                 "ddi_intr_add_handler(9F)", "the device raised the line, the handler denies it");
    rule_require(ours || result == DDI_INTR_UNCLAIMED, "illumos/claimed-for-neighbour",
                 "ddi_intr_add_handler(9F)", "the handler claims what another device raised");
}

int ddi_intr_get_supported_types(dev_info_t *dip, int *types)
{
    (void)dip;
    *types = DDI_INTR_TYPE_FIXED;
    return memory_may_fail("ddi_intr_get_supported_types") ? DDI_FAILURE : DDI_SUCCESS;
}

int ddi_intr_alloc(dev_info_t *dip, ddi_intr_handle_t *handles, int type, int number, int count,
                   int *actual, int behavior)
{
    (void)dip;
    (void)behavior;
    mock_may_wait("ddi_intr_alloc");
    if (type != DDI_INTR_TYPE_FIXED || number != 0 || count != 1)
        return DDI_EINVAL;
    handles[0] = memory_take(sizeof *handles[0], "ddi_intr_alloc");
    if (!handles[0])
        return DDI_EAGAIN;
    line = handles[0];
    *actual = 1;
    return DDI_SUCCESS;
}

int ddi_intr_free(ddi_intr_handle_t handle)
{
    mock_may_wait("ddi_intr_free");
    rule_require(!handle->handler, "illumos/free-with-handler", "ddi_intr_alloc(9F)",
                 "ddi_intr_free of an interrupt with its handler");
    line = NULL;
    memory_give(handle, "ddi_intr_free");
    return DDI_SUCCESS;
}

int ddi_intr_get_pri(ddi_intr_handle_t handle, uint_t *priority)
{
    (void)handle;
    *priority = hilevel ? MOCK_HILEVEL + 1 : MOCK_PRIORITY;
    return memory_may_fail("ddi_intr_get_pri") ? DDI_FAILURE : DDI_SUCCESS;
}

uint_t ddi_intr_get_hilevel_pri(void)
{
    return MOCK_HILEVEL;
}

int ddi_intr_add_handler(ddi_intr_handle_t handle, ddi_intr_handler_t handler, void *arg1,
                         void *arg2)
{
    mock_may_wait("ddi_intr_add_handler");
    rule_require(!hilevel, "illumos/hilevel", "ddi_intr_get_hilevel_pri(9F)",
                 "a handler with mutexes for an interrupt above the scheduler");
    rule_require(!handle->handler, "illumos/second-handler", "ddi_intr_add_handler(9F)",
                 "the interrupt has a handler");
    if (memory_may_fail("ddi_intr_add_handler"))
        return DDI_FAILURE;
    handle->handler = handler;
    handle->arg1 = arg1;
    handle->arg2 = arg2;
    return DDI_SUCCESS;
}

int ddi_intr_remove_handler(ddi_intr_handle_t handle)
{
    mock_may_wait("ddi_intr_remove_handler");
    rule_require(!mock_is_registered(), "illumos/still-registered", "mac_unregister(9F)",
                 "the handler is removed while MAC can call the driver");
    rule_require(handle->handler && !handle->enabled, "illumos/remove-enabled",
                 "ddi_intr_enable(9F)", "the handler of an enabled interrupt is removed");
    handle->handler = NULL;
    return DDI_SUCCESS;
}

int ddi_intr_enable(ddi_intr_handle_t handle)
{
    mock_may_wait("ddi_intr_enable");
    rule_require(handle->handler, "illumos/enable-without-handler", "ddi_intr_enable(9F)",
                 "enabled before a handler was added");
    if (memory_may_fail("ddi_intr_enable"))
        return DDI_FAILURE;
    handle->enabled = true;
    call_handler(false); /* the neighbour was waiting for it */
    return DDI_SUCCESS;
}

int ddi_intr_disable(ddi_intr_handle_t handle)
{
    mock_may_wait("ddi_intr_disable");
    rule_require(handle->enabled, "illumos/disable-disabled", "ddi_intr_enable(9F)",
                 "ddi_intr_disable of an interrupt that is not enabled");
    call_handler(false); /* a last one */
    handle->enabled = false;
    return DDI_SUCCESS;
}

void *mock_interrupt_argument(void)
{
    return line && line->handler ? line->arg1 : NULL;
}

bool mock_interrupt(bool pending)
{
    if (!pending || !line || !line->enabled) {
        unquenched = 0;
        return false;
    }
    call_handler(true);
    rule_require(++unquenched < MOST_UNQUENCHED, "illumos/interrupt-not-quenched",
                 "ddi_intr_add_handler(9F)", "the line is still high after %d calls", unquenched);
    return true;
}
