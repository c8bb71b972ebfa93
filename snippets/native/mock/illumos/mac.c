/* GLDv3: mac(9E), mac_register(9F), and who administers an instance. stack.c has its frames. */
#include <stdio.h>

#include <sys/errno.h>
#include <sys/mac_ether.h>
#include <sys/modctl.h>
#include <sys/strsubr.h>

#include "mac_state.h"
#include "memory.h"
#include "rule.h"

struct mod_ops {
    int unused;
};

struct mod_ops mod_driverops;
mac_handle_t mac;
static struct dev_ops *initialised, *installed;

/* The module. */

void mac_init_ops(struct dev_ops *ops, const char *name)
{
    rule_require(name && *name && !initialised && !installed, "illumos/mac-init-ops",
                 "mac_init_ops(9F)", "called twice, or after mod_install");
    initialised = ops;
}

void mac_fini_ops(struct dev_ops *ops)
{
    rule_require(initialised == ops && !installed, "illumos/mac-fini-ops", "mac_init_ops(9F)",
                 "called before mod_remove, or for what mac_init_ops does not know");
    initialised = NULL;
}

int mod_install(struct modlinkage *linkage)
{
    struct modldrv *driver = linkage->ml_linkage[0];

    rule_require(linkage->ml_rev == MODREV_1 && driver->drv_modops == &mod_driverops &&
                     !linkage->ml_linkage[1],
                 "illumos/linkage", "modlinkage(9S)", "no linkage of one driver");
    if (memory_may_fail("mod_install"))
        return ENOMEM;
    installed = driver->drv_dev_ops;
    rule_require(installed->devo_rev == DEVO_REV && (installed->devo_cb_ops->cb_flag & D_MP),
                 "illumos/dev-ops", "dev_ops(9S), cb_ops(9S)", "of an old kernel, or not D_MP");
    return 0;
}

int mod_remove(struct modlinkage *linkage)
{
    (void)linkage;
    if (mac)
        return EBUSY;
    installed = NULL;
    return 0;
}

int mod_info(struct modlinkage *linkage, struct modinfo *info)
{
    return linkage && info ? 1 : 0;
}

struct dev_ops *mock_driver(void)
{
    return installed;
}

/* Registration. */

mac_register_t *mac_alloc(uint_t version)
{
    mac_register_t *registration;

    mock_may_wait("mac_alloc");
    rule_require(version == MAC_VERSION, "illumos/mac-version", "mac_alloc(9F)", "version %u",
                 version);
    registration = memory_take(sizeof *registration, "mac_alloc");
    if (registration)
        registration->m_version = version;
    return registration;
}

void mac_free(mac_register_t *registration)
{
    memory_give(registration, "mac_free");
}

static void check_optional(const mac_callbacks_t *callbacks, uint_t flag, bool set)
{
    rule_require(!(callbacks->mc_callbacks & flag) == !set, "illumos/mac-callbacks",
                 "mac_callbacks(9S)", "flag 0x%x and its member do not agree", flag);
}

static void check_callbacks(const mac_callbacks_t *callbacks)
{
    rule_require(callbacks->mc_getstat && callbacks->mc_start && callbacks->mc_stop &&
                     callbacks->mc_setpromisc && callbacks->mc_multicst &&
                     callbacks->mc_unicst && callbacks->mc_tx,
                 "illumos/mac-callbacks", "mac_callbacks(9S)", "a required one is missing");
    check_optional(callbacks, MC_IOCTL, callbacks->mc_ioctl);
    check_optional(callbacks, MC_GETCAPAB, callbacks->mc_getcapab);
    check_optional(callbacks, MC_OPEN, callbacks->mc_open);
    check_optional(callbacks, MC_CLOSE, callbacks->mc_close);
    check_optional(callbacks, MC_SETPROP, callbacks->mc_setprop);
    check_optional(callbacks, MC_GETPROP, callbacks->mc_getprop);
    check_optional(callbacks, MC_PROPINFO, callbacks->mc_propinfo);
}

/* All but a few calls of MAC's want no lock (mac(9E), "MAC Callbacks"). */
void mock_check_call(mac_handle_t handle, const char *call)
{
    rule_require(handle && handle == mac, "illumos/mac-gone", "mac_unregister(9F)",
                 "%s of an instance that is not registered", call);
    rule_require(rule_locks_held == 0, "illumos/mac-call-with-mutex", "mac(9E) MAC Callbacks",
                 "%s with %d mutexes held", call, rule_locks_held);
    rule_require(!mock_quiescing, "illumos/call-in-quiesce", "quiesce(9E)", "%s", call);
}

/* MAC asks at once what it wants to know, and also for what no driver has. */
static void ask_capabilities(void)
{
    uint32_t checksums;
    mac_capab_lso_t lso;

    mock_capability(MAC_CAPAB_HCKSUM, &checksums);
    mock_capability(MAC_CAPAB_LSO, &lso);
    rule_require(!mock_capability(MAC_CAPAB_VNIC, NULL), "illumos/unknown-capability",
                 "mc_getcapab(9E)", "the driver says it is a VNIC");
    mac->callbacks->mc_propinfo(mac->driver, "mtu", MAC_PROP_MTU, NULL);
}

int mac_register(mac_register_t *registration, mac_handle_t *handle)
{
    mock_may_wait("mac_register");
    rule_require(rule_locks_held == 0, "illumos/mac-call-with-mutex", "mac(9E) MAC Callbacks",
                 "mac_register with %d mutexes held", rule_locks_held);
    check_callbacks(registration->m_callbacks);
    if (!initialised || strcmp(registration->m_type_ident, MAC_PLUGIN_IDENT_ETHER) != 0 ||
        (registration->m_src_addr[0] & 1) || !registration->m_dip)
        return EINVAL;
    *handle = memory_take(sizeof **handle, "mac_register");
    if (!*handle)
        return ENOSPC;
    mac = *handle;
    mac->callbacks = registration->m_callbacks;
    mac->driver = registration->m_driver;
    mac->sdu = registration->m_max_sdu;
    mac->margin = registration->m_margin;
    mac->link = LINK_STATE_UNKNOWN;
    ask_capabilities();
    return 0;
}

int mac_unregister(mac_handle_t handle)
{
    mock_may_wait("mac_unregister");
    mock_check_call(handle, "mac_unregister");
    if (handle->started)
        return EBUSY;
    freemsgchain(handle->waiting);
    mac = NULL;
    memory_give(handle, "mac_unregister");
    return 0;
}

bool mock_is_registered(void)
{
    return mac != NULL;
}

bool mock_is_started(void)
{
    return mac && mac->started;
}

/* What a driver tells. */

void mac_link_update(mac_handle_t handle, link_state_t state)
{
    mock_check_call(handle, "mac_link_update");
    handle->link = state;
}

int mac_maxsdu_update(mac_handle_t handle, uint_t sdu)
{
    if (memory_may_fail("mac_maxsdu_update"))
        return EBUSY;
    handle->sdu = sdu;
    return 0;
}

void mac_prop_info_set_default_uint32(mac_prop_info_handle_t info, uint32_t value)
{
    (void)info;
    rule_require(value > 0, "illumos/prop-info", "mac_prop_info(9F)", "a default of 0");
}

void mac_prop_info_set_range_uint32(mac_prop_info_handle_t info, uint32_t least, uint32_t most)
{
    (void)info;
    rule_require(least < most, "illumos/prop-info", "mac_prop_info(9F)", "an empty range");
}

void mac_prop_info_set_perm(mac_prop_info_handle_t info, uint8_t permissions)
{
    (void)info;
    rule_require(permissions == MAC_PROP_PERM_READ || permissions == MAC_PROP_PERM_WRITE,
                 "illumos/prop-info", "mac_prop_info(9F)", "permissions 0x%x", permissions);
}

/* What dladm and ifconfig do. */

int mock_up(bool up)
{
    int error = 0;

    if (up) {
        error = mac->callbacks->mc_start(mac->driver);
        mac->started = error == 0;
    } else {
        mac->callbacks->mc_stop(mac->driver);
        mac->started = false;
    }
    mock_check_returned("mc_start or mc_stop");
    rule_require(mac->started || !mock_device_is_running(), "illumos/stop-left-running",
                 "mc_start(9E)", "the instance is stopped and the device may reach memory");
    return error;
}

int mock_set_property(mac_prop_id_t id, const void *value, uint_t bytes)
{
    int error = mac->callbacks->mc_setprop(mac->driver, "", id, bytes, value);

    mock_check_returned("mc_setprop");
    return error;
}

int mock_get_property(mac_prop_id_t id, void *value, uint_t bytes)
{
    int error = mac->callbacks->mc_getprop(mac->driver, "", id, bytes, value);

    mock_check_returned("mc_getprop");
    mac->callbacks->mc_propinfo(mac->driver, "", id, NULL);
    return error;
}

int mock_set_mtu(uint32_t mtu)
{
    return mock_set_property(MAC_PROP_MTU, &mtu, sizeof mtu);
}

int mock_set_promiscuous(bool on)
{
    return mac->callbacks->mc_setpromisc(mac->driver, on ? B_TRUE : B_FALSE);
}

int mock_group(bool add, const uint8_t address[6])
{
    return mac->callbacks->mc_multicst(mac->driver, add ? B_TRUE : B_FALSE, address);
}

int mock_set_address(const uint8_t address[6])
{
    return mac->callbacks->mc_unicst(mac->driver, address);
}

int mock_statistic(uint_t stat, uint64_t *value)
{
    return mac->callbacks->mc_getstat(mac->driver, stat, value);
}

bool mock_capability(mac_capab_t capability, void *data)
{
    return mac->callbacks->mc_getcapab(mac->driver, capability, data) == B_TRUE;
}

link_state_t mock_link(void)
{
    return mac->link;
}

int mock_mac_leaks(void)
{
    if (initialised)
        fprintf(stderr, "leak: mac_init_ops without mac_fini_ops\n");
    if (mac)
        fprintf(stderr, "leak: an instance is registered\n");
    return (initialised != NULL) + (mac != NULL);
}
