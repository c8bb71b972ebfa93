/* mingw-w64's headers for drivers, as a miniport of NDIS 6.20 reads them: their last. */
#define NDIS_MINIPORT_DRIVER 1
#define NDIS620_MINIPORT 1
#include <ntddk.h>
/* For ws2ipdef.h, which ntddndis.h wants; no driver here uses what comes of them. */
#include <inaddr.h>
#include <psdk_inc/_socket_types.h>
#include <psdk_inc/_ip_types.h>
typedef USHORT ADDRESS_FAMILY;
typedef struct {
    PVOID address;
} SOCKET_ADDRESS, SOCKADDR_STORAGE;
#include <ndis.h>
