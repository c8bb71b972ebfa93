/*
 * Types and calls of the Windows kernel that a network miniport uses, for x64.
 *
 * Written from the reference pages of the Windows Driver Kit; each declaration names its
 * page below wdk-ddi-src/content. Two compilers read it: mingw-w64 builds the driver for
 * the real kernel, where calls are imports; the host's compiler builds it for the mock,
 * where they are functions of the mock. ULONG has 32 bits in both.
 */
#ifndef WDM_H
#define WDM_H

#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
typedef long LONG;
typedef unsigned long ULONG;
#define NTKERNELAPI __declspec(dllimport)
#define FORCEINLINE static inline
typedef wchar_t WCHAR;
#else
typedef int32_t LONG;
typedef uint32_t ULONG;
#define NTKERNELAPI
typedef uint16_t WCHAR;
#endif

#define VOID void
#define NTAPI
#define CONST const
#define TRUE 1
#define FALSE 0
#define UNREFERENCED_PARAMETER(parameter) ((void)(parameter))
#define ALIGNED16 _Alignas(16)

typedef void *PVOID, *HANDLE;
typedef char CCHAR, CHAR, *PCHAR;
typedef unsigned char UCHAR, *PUCHAR, BOOLEAN, *PBOOLEAN, KIRQL, *PKIRQL;
typedef short CSHORT, SHORT;
typedef unsigned short USHORT, *PUSHORT;
typedef unsigned int UINT, *PUINT;
typedef ULONG *PULONG;
typedef int INT;
typedef int64_t LONGLONG, LONG64;
typedef uint64_t ULONGLONG, ULONG64, ULONG_PTR, SIZE_T, KSPIN_LOCK;
typedef LONG NTSTATUS;
typedef WCHAR *PWSTR;

_Static_assert(sizeof(LONG) == 4 && sizeof(ULONG) == 4, "LLP64: a long has 32 bits");
_Static_assert(sizeof(WCHAR) == 2, "UTF-16");

/* wdm/ns-wdm-_physical_address, winnt LARGE_INTEGER */
typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    LONGLONG QuadPart;
} LARGE_INTEGER, PHYSICAL_ADDRESS;

/* ntdef/ns-ntdef-_unicode_string; Length in bytes, without a terminator */
typedef struct _UNICODE_STRING {
    USHORT Length, MaximumLength;
    PWSTR Buffer;
} UNICODE_STRING, *PUNICODE_STRING;

/* IRQLs of x64: kernel/managing-hardware-priorities */
enum { PASSIVE_LEVEL = 0, APC_LEVEL = 1, DISPATCH_LEVEL = 2 };

/* ntstatus.h, by way of [MS-ERREF] 2.3 */
#define STATUS_SUCCESS ((NTSTATUS)0x00000000)
#define STATUS_PENDING ((NTSTATUS)0x00000103)
#define STATUS_UNSUCCESSFUL ((NTSTATUS)0xC0000001)
#define STATUS_INSUFFICIENT_RESOURCES ((NTSTATUS)0xC000009A)
#define STATUS_NOT_SUPPORTED ((NTSTATUS)0xC00000BB)

struct _DEVICE_OBJECT;
typedef struct _DEVICE_OBJECT *PDEVICE_OBJECT;

/* wdm/ns-wdm-_driver_object: only the members that come before DriverUnload matter here */
typedef struct _DRIVER_OBJECT {
    CSHORT Type, Size;
    PDEVICE_OBJECT DeviceObject;
    ULONG Flags;
    PVOID DriverStart;
    ULONG DriverSize;
    PVOID DriverSection, DriverExtension;
    UNICODE_STRING DriverName;
    PUNICODE_STRING HardwareDatabase;
    PVOID FastIoDispatch, DriverInit, DriverStartIo, DriverUnload;
    PVOID MajorFunction[28];
} DRIVER_OBJECT, *PDRIVER_OBJECT;

/* wdm/nc-wdm-driver_initialize */
typedef NTSTATUS DRIVER_INITIALIZE(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);

/* wdm/ns-wdm-_mdl; physical page numbers follow it */
typedef struct _MDL {
    struct _MDL *Next;
    CSHORT Size, MdlFlags;
    PVOID Process, MappedSystemVa, StartVa;
    ULONG ByteCount, ByteOffset;
} MDL, *PMDL;
_Static_assert(sizeof(MDL) == 48, "MDL on x64");

/* wdm/nf-wdm-mmgetmdlbytecount */
#define MmGetMdlByteCount(mdl) ((mdl)->ByteCount)

/* wdm/ns-wdm-_scatter_gather_element and _scatter_gather_list */
typedef struct _SCATTER_GATHER_ELEMENT {
    PHYSICAL_ADDRESS Address;
    ULONG Length;
    ULONG_PTR Reserved;
} SCATTER_GATHER_ELEMENT, *PSCATTER_GATHER_ELEMENT;

typedef struct _SCATTER_GATHER_LIST {
    ULONG NumberOfElements;
    ULONG_PTR Reserved;
    SCATTER_GATHER_ELEMENT Elements[];
} SCATTER_GATHER_LIST, *PSCATTER_GATHER_LIST;
_Static_assert(sizeof(SCATTER_GATHER_ELEMENT) == 24 && sizeof(SCATTER_GATHER_LIST) == 16,
               "scatter-gather lists on x64");

/* wdm/ns-wdm-_cm_partial_resource_descriptor; packed to 4, 20 bytes each on x64 */
enum { CmResourceTypeNull = 0, CmResourceTypePort = 1, CmResourceTypeInterrupt = 2,
       CmResourceTypeMemory = 3 };

#pragma pack(push, 4)
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
    UCHAR Type, ShareDisposition;
    USHORT Flags;
    union {
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Generic, Port, Memory;
        struct {
            ULONG Level, Vector;
            ULONG_PTR Affinity;
        } Interrupt;
    } u;
} CM_PARTIAL_RESOURCE_DESCRIPTOR, *PCM_PARTIAL_RESOURCE_DESCRIPTOR;

/* wdm/ns-wdm-_cm_partial_resource_list */
typedef struct _CM_PARTIAL_RESOURCE_LIST {
    USHORT Version, Revision;
    ULONG Count;
    CM_PARTIAL_RESOURCE_DESCRIPTOR PartialDescriptors[1];
} CM_PARTIAL_RESOURCE_LIST, *PCM_PARTIAL_RESOURCE_LIST;
#pragma pack(pop)
_Static_assert(sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR) == 20, "resource descriptor on x64");

/* wdm/ne-wdm-_interface_type */
typedef enum _INTERFACE_TYPE {
    InterfaceTypeUndefined = -1,
    PNPBus = 15,
    PCIBus = 5
} INTERFACE_TYPE;

/* ntddk/nf-ntddk-keraiseirqltodpclevel; wdm/nf-wdm-kelowerirql */
NTKERNELAPI KIRQL KeRaiseIrqlToDpcLevel(void);
NTKERNELAPI void KeLowerIrql(KIRQL NewIrql);

/* miniport/ns-miniport-_group_affinity, _processor_number;
   ntddk/nf-ntddk-kegetcurrentprocessornumberex */
typedef ULONG_PTR KAFFINITY;
typedef struct _GROUP_AFFINITY {
    KAFFINITY Mask;
    USHORT Group, Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;
typedef struct _PROCESSOR_NUMBER {
    USHORT Group;
    UCHAR Number, Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;
NTKERNELAPI ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber);

/* ntifs/nf-ntifs-kestallexecutionprocessor */
NTKERNELAPI void KeStallExecutionProcessor(ULONG MicroSeconds);

/* wdm/nf-wdm-read_register_ulong, write_register_ulong, kememorybarrier: inline on x64 */
#ifdef _WIN32
FORCEINLINE ULONG READ_REGISTER_ULONG(volatile ULONG *Register)
{
    ULONG value = *Register;

    __asm__ volatile("" ::: "memory");
    return value;
}

FORCEINLINE void WRITE_REGISTER_ULONG(volatile ULONG *Register, ULONG Value)
{
    __asm__ volatile("" ::: "memory");
    *Register = Value;
    __asm__ volatile("lock orl $0, (%%rsp)" ::: "memory", "cc");
}

FORCEINLINE void KeMemoryBarrier(void)
{
    __asm__ volatile("lock orl $0, (%%rsp)" ::: "memory", "cc");
}
#else
ULONG READ_REGISTER_ULONG(volatile ULONG *Register);
void WRITE_REGISTER_ULONG(volatile ULONG *Register, ULONG Value);
void KeMemoryBarrier(void);
#endif

/* miniport/nf-miniport-interlockedor, interlockedexchange: intrinsics on x64 */
#define InterlockedOr(target, value) __atomic_fetch_or(target, value, __ATOMIC_SEQ_CST)
#define InterlockedExchange(target, value) __atomic_exchange_n(target, value, __ATOMIC_SEQ_CST)

#endif
