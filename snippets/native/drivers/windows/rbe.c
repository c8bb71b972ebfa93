/* The driver as NDIS sees it: how it comes, what it can be asked, how it goes. */
#include "rbe.h"

DRIVER_INITIALIZE DriverEntry;
static MINIPORT_UNLOAD rbe_unload;
static NDIS_HANDLE driver;

// tag::entry[]
static void describe(NDIS_MINIPORT_DRIVER_CHARACTERISTICS *driver_is)
{
    memset(driver_is, 0, sizeof *driver_is);
    driver_is->Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
    driver_is->Header.Revision = NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2;
    driver_is->Header.Size = NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2;
    driver_is->MajorNdisVersion = NDIS_MINIPORT_MAJOR_VERSION;
    driver_is->MinorNdisVersion = NDIS_MINIPORT_MINOR_VERSION;
    driver_is->MajorDriverVersion = 1;
    driver_is->InitializeHandlerEx = rbe_initialize;
    driver_is->HaltHandlerEx = rbe_halt;
    driver_is->UnloadHandler = rbe_unload;
    driver_is->PauseHandler = rbe_pause;
    driver_is->RestartHandler = rbe_restart;
    driver_is->OidRequestHandler = rbe_oid_request;
    driver_is->CancelOidRequestHandler = rbe_cancel_oid;
    driver_is->DirectOidRequestHandler = rbe_direct_oid;
    driver_is->CancelDirectOidRequestHandler = rbe_cancel_direct_oid;
    driver_is->SendNetBufferListsHandler = rbe_send_lists;
    driver_is->CancelSendHandler = rbe_cancel_send;
    driver_is->ReturnNetBufferListsHandler = rbe_return_lists;
    driver_is->CheckForHangHandlerEx = rbe_check_for_hang;
    driver_is->ResetHandlerEx = rbe_reset;
    driver_is->DevicePnPEventNotifyHandler = rbe_pnp_event;
    driver_is->ShutdownHandlerEx = rbe_shutdown;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING registry_path)
{
    NDIS_MINIPORT_DRIVER_CHARACTERISTICS driver_is;

    describe(&driver_is);
    return NdisMRegisterMiniportDriver(object, registry_path, NULL, &driver_is, &driver);
}
// end::entry[]

static void rbe_unload(PDRIVER_OBJECT object)
{
    UNREFERENCED_PARAMETER(object);
    NdisMDeregisterMiniportDriver(driver);
}
