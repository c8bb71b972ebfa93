/* The adapter's life: what NDIS calls, in which state, and what must hold after it. */
#include <string.h>

#include "dma.h"
#include "memory.h"
#include "windows.h"

DRIVER_INITIALIZE DriverEntry;

struct windows_options windows_options;
struct nic *windows_nic;
static NDIS_MINIPORT_DRIVER_CHARACTERISTICS driver;
static NDIS_HANDLE context;
static enum adapter_state state;
static bool pause_pending, general_set, offload_set, registered;
static DRIVER_OBJECT object;

enum adapter_state windows_state(void)
{
    return state;
}

NDIS_MINIPORT_DRIVER_CHARACTERISTICS *windows_driver(void)
{
    return &driver;
}

NDIS_HANDLE windows_context(void)
{
    return context;
}

void header_rule(const NDIS_OBJECT_HEADER *header, UCHAR type, UCHAR revision, ULONG size,
                 const char *what)
{
    rule_require(header->Type == type && header->Revision == revision && header->Size >= size,
                 "windows/object-header", "objectheader/ns-objectheader-ndis_object_header",
                 "%s has type 0x%x, revision %d, size %d; wanted are 0x%x, %d, %u", what,
                 header->Type, header->Revision, header->Size, type, revision, size);
}

static void handlers_rule(const NDIS_MINIPORT_DRIVER_CHARACTERISTICS *is)
{
    const bool all = is->InitializeHandlerEx && is->HaltHandlerEx && is->UnloadHandler &&
                     is->PauseHandler && is->RestartHandler && is->OidRequestHandler &&
                     is->SendNetBufferListsHandler && is->ReturnNetBufferListsHandler &&
                     is->CancelSendHandler && is->DevicePnPEventNotifyHandler &&
                     is->ShutdownHandlerEx && is->CancelOidRequestHandler;

    rule_require(all, "windows/mandatory-handler",
                 "ndis/ns-ndis-_ndis_miniport_driver_characteristics",
                 "a handler that every miniport must have is missing");
    rule_require(!is->CheckForHangHandlerEx == !is->ResetHandlerEx, "windows/mandatory-handler",
                 "ndis/ns-ndis-_ndis_miniport_driver_characteristics",
                 "CheckForHang and Reset come together");
}

NDIS_STATUS NdisMRegisterMiniportDriver(PDRIVER_OBJECT driver_object, PUNICODE_STRING path,
                                        NDIS_HANDLE driver_context,
                                        PNDIS_MINIPORT_DRIVER_CHARACTERISTICS is,
                                        PNDIS_HANDLE handle)
{
    irql_rule("NdisMRegisterMiniportDriver");
    header_rule(&is->Header, NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS, 2,
                NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2,
                "NDIS_MINIPORT_DRIVER_CHARACTERISTICS");
    rule_require(driver_object == &object && path && !driver_context &&
                     is->MajorNdisVersion == 6 && is->MinorNdisVersion == 30,
                 "windows/version", "ndis/nf-ndis-ndismregisterminiportdriver",
                 "this kernel knows NDIS 6.30");
    handlers_rule(is);
    if (memory_may_fail("NdisMRegisterMiniportDriver"))
        return NDIS_STATUS_RESOURCES;
    driver = *is;
    registered = true;
    *handle = THE_DRIVER;
    return NDIS_STATUS_SUCCESS;
}

void NdisMDeregisterMiniportDriver(NDIS_HANDLE handle)
{
    irql_rule("NdisMDeregisterMiniportDriver");
    rule_require(handle == THE_DRIVER && registered && state == HALTED, "windows/deregister",
                 "ndis/nf-ndis-ndismderegisterminiportdriver", "adapters are still there");
    registered = false;
}

static void require_registration(const char *what)
{
    rule_require(context, "windows/attributes-order", "ndis/nf-ndis-ndismsetminiportattributes",
                 "%s come before the registration attributes", what);
}

static void general_rule(const NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *is)
{
    require_registration("general attributes");
    header_rule(&is->Header, is->Header.Type, 2,
                NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2, "general attributes");
    rule_require(is->MacAddressLength == 6 && !(is->CurrentMacAddress[0] & 1) && is->MtuSize &&
                     is->SupportedOidList && is->SupportedOidListLength % sizeof(NDIS_OID) == 0,
                 "windows/general-attributes",
                 "ndis/ns-ndis-_ndis_miniport_adapter_general_attributes",
                 "a unicast address, an MTU and a list of OIDs are wanted");
    general_set = true;
}

static void offload_rule(const NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES *is)
{
    require_registration("offload attributes");
    header_rule(&is->DefaultOffloadConfiguration->Header, NDIS_OBJECT_TYPE_OFFLOAD, 3,
                NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3, "NDIS_OFFLOAD");
    header_rule(&is->HardwareOffloadCapabilities->Header, NDIS_OBJECT_TYPE_OFFLOAD, 3,
                NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3, "NDIS_OFFLOAD");
    offload_set = true;
}

NDIS_STATUS NdisMSetMiniportAttributes(NDIS_HANDLE adapter,
                                       PNDIS_MINIPORT_ADAPTER_ATTRIBUTES attributes)
{
    irql_rule("NdisMSetMiniportAttributes");
    rule_require(adapter == THE_ADAPTER && state == INITIALIZING, "windows/attributes-order",
                 "ndis/nf-ndis-ndismsetminiportattributes", "only in MiniportInitializeEx");
    if (memory_may_fail("NdisMSetMiniportAttributes"))
        return NDIS_STATUS_RESOURCES;
    switch (attributes->Header.Type) {
    case NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES:
        context = attributes->RegistrationAttributes.MiniportAdapterContext;
        break;
    case NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES:
        general_rule(&attributes->GeneralAttributes);
        break;
    case NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES:
        offload_rule(&attributes->OffloadAttributes);
        break;
    default:
        rule_broken("windows/attributes", "ndis/nf-ndis-ndismsetminiportattributes",
                    "no attributes of type 0x%x", attributes->Header.Type);
    }
    return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS windows_load(struct nic *nic)
{
    UNICODE_STRING path = {0, 0, NULL};

    windows_nic = nic;
    return DriverEntry(&object, &path);
}

void windows_unload(void)
{
    driver.UnloadHandler(&object);
    rule_require(!registered, "windows/unload", "ndis/nc-ndis-miniport_unload",
                 "the driver is still registered after MiniportDriverUnload");
}

/* Whether it may touch memory: one that was pulled out cannot. */
static bool device_runs(void)
{
    return nic_is_running(windows_nic) && !nic_faults(windows_nic)->unplugged;
}

/* Nothing of the adapter may be left: halted, or never begun. */
static void nothing_left(const char *when)
{
    int left = memory_leaks() + dma_leaks();

    rule_require(!interrupt_registered, "windows/interrupt-left",
                 "ndis/nf-ndis-ndismderegisterinterruptex", "an interrupt is registered %s", when);
    rule_require(left == 0 && !io_mapped && !dma_registered && pools_alive() == 0,
                 "windows/leak", "ndis/nc-ndis-miniport_halt", "%d pieces are left %s", left, when);
    rule_require(!device_runs(), "windows/halted-but-running",
                 "ndis/nc-ndis-miniport_halt", "the device may write to memory %s", when);
}

NDIS_STATUS windows_initialize(void)
{
    NDIS_RESOURCE_LIST resources = {1, 1, 1, {{.Type = CmResourceTypeMemory}}};
    NDIS_MINIPORT_INIT_PARAMETERS parameters = {
        .Header = {NDIS_OBJECT_TYPE_MINIPORT_INIT_PARAMETERS, 1, sizeof parameters}};
    NDIS_STATUS status;

    resources.PartialDescriptors[0].u.Memory.Start.QuadPart = 0xfeb80000;
    resources.PartialDescriptors[0].u.Memory.Length = RBE_BAR_BYTES;
    parameters.AllocatedResources = &resources;
    state = INITIALIZING;
    context = NULL;
    general_set = offload_set = false;
    irql_set(PASSIVE_LEVEL);
    status = driver.InitializeHandlerEx(THE_ADAPTER, NULL, &parameters);
    state = status == NDIS_STATUS_SUCCESS ? PAUSED : HALTED;
    if (status != NDIS_STATUS_SUCCESS) {
        nothing_left("after a failed MiniportInitializeEx");
        return status;
    }
    rule_require(general_set && interrupt_registered, "windows/attributes-order",
                 "ndis/nc-ndis-miniport_initialize", "no general attributes, or no interrupt");
    return status;
}

NDIS_STATUS windows_restart(void)
{
    NDIS_MINIPORT_RESTART_PARAMETERS parameters = {
        {NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof parameters}, NULL, 0};
    NDIS_STATUS status;

    state = RESTARTING;
    status = driver.RestartHandler(context, &parameters);
    state = status == NDIS_STATUS_SUCCESS ? RUNNING : PAUSED;
    return status;
}

/* The last rules of a pause; then no frame is on either side's hands. */
void adapter_may_be_idle(const char *when)
{
    rule_require(windows_sends_outstanding() == 0, "windows/pause-with-sends",
                 "ndis/nc-ndis-miniport_pause", "%s with %u sent lists not completed", when,
                 windows_sends_outstanding());
    rule_require(windows_receives_outstanding() == 0, "windows/pause-with-receives",
                 "ndis/nc-ndis-miniport_pause", "%s with %u indicated lists not returned", when,
                 windows_receives_outstanding());
    rule_require(!device_runs(), "windows/paused-but-running",
                 "ndis/nc-ndis-miniport_pause", "%s, but the device is still enabled", when);
}

NDIS_STATUS windows_pause(void)
{
    NDIS_MINIPORT_PAUSE_PARAMETERS parameters = {
        {NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof parameters}, 0, 0};
    NDIS_STATUS status;

    state = PAUSING;
    pause_pending = true;
    status = driver.PauseHandler(context, &parameters);
    if (status == NDIS_STATUS_PENDING)
        return status;
    rule_require(status == NDIS_STATUS_SUCCESS && pause_pending, "windows/pause-twice",
                 "ndis/nc-ndis-miniport_pause", "a pause ends once, and cannot fail");
    adapter_may_be_idle("MiniportPause is done");
    pause_pending = false;
    state = PAUSED;
    return status;
}

void NdisMPauseComplete(NDIS_HANDLE adapter)
{
    irql_rule("NdisMPauseComplete");
    no_lock_rule("NdisMPauseComplete");
    rule_require(adapter == THE_ADAPTER && state == PAUSING && pause_pending,
                 "windows/pause-twice", "ndis/nf-ndis-ndismpausecomplete", "no pause is pending");
    adapter_may_be_idle("NdisMPauseComplete is called");
    pause_pending = false;
    state = PAUSED;
}

void windows_halt(void)
{
    rule_require(state == PAUSED, "windows/test", "mock", "NDIS pauses before it halts");
    driver.HaltHandlerEx(context, NdisHaltDeviceStopped);
    state = HALTED;
    nothing_left("after MiniportHaltEx");
}

NDIS_STATUS windows_reset(void)
{
    BOOLEAN addressing_reset = FALSE;
    NDIS_STATUS status;

    irql_set(DISPATCH_LEVEL);
    status = driver.ResetHandlerEx(context, &addressing_reset);
    irql_set(PASSIVE_LEVEL);
    return status;
}

bool windows_check_for_hang(void)
{
    bool hangs = driver.CheckForHangHandlerEx(context);

    if (hangs)
        (void)windows_reset();
    return hangs;
}

void windows_shutdown(void)
{
    irql_set(15); /* as at a bug check */
    driver.ShutdownHandlerEx(context, NdisShutdownBugCheck);
    irql_set(PASSIVE_LEVEL);
}

void windows_surprise_removal(void)
{
    NET_DEVICE_PNP_EVENT event = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof event},
                                  .DevicePnPEvent = NdisDevicePnPEventSurpriseRemoved};

    nic_faults(windows_nic)->unplugged = true;
    driver.DevicePnPEventNotifyHandler(context, &event);
}

static NDIS_STATUS request(NDIS_REQUEST_TYPE type, NDIS_OID oid, void *buffer, UINT length,
                           UINT *bytes)
{
    NDIS_OID_REQUEST order = {.Header = {NDIS_OBJECT_TYPE_OID_REQUEST, 1,
                                         NDIS_SIZEOF_OID_REQUEST_REVISION_1},
                              .RequestType = type};
    NDIS_STATUS status;

    order.DATA.QUERY_INFORMATION.Oid = oid;
    order.DATA.QUERY_INFORMATION.InformationBuffer = buffer;
    order.DATA.QUERY_INFORMATION.InformationBufferLength = length;
    status = driver.OidRequestHandler(context, &order);
    rule_require(order.DATA.QUERY_INFORMATION.BytesWritten <= length, "windows/oid-overrun",
                 "ndis/nc-ndis-miniport_oid_request", "more bytes than the buffer has");
    if (bytes)
        *bytes = status == NDIS_STATUS_SUCCESS ? order.DATA.QUERY_INFORMATION.BytesWritten
                                               : order.DATA.QUERY_INFORMATION.BytesNeeded;
    return status;
}

NDIS_STATUS windows_query(NDIS_OID oid, void *buffer, UINT length, UINT *bytes)
{
    return request(NdisRequestQueryInformation, oid, buffer, length, bytes);
}

NDIS_STATUS windows_set(NDIS_OID oid, void *buffer, UINT length, UINT *bytes)
{
    return request(NdisRequestSetInformation, oid, buffer, length, bytes);
}

NDIS_STATUS windows_method(NDIS_OID oid)
{
    return request(NdisRequestMethod, oid, NULL, 0, NULL);
}
