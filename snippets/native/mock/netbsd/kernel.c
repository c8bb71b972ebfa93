/* Locks, memory, time: mutex(9), kmem(9), delay(9), kassert(9). */
#include <stdio.h>

#include <sys/kmem.h>
#include <sys/mutex.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

int hz = 1000;

struct piece {
    struct piece *next;
    void *memory;
    size_t bytes;
};

static struct piece *pieces;
static int mutexes, spinning;

void mock_may_sleep(const char *what)
{
    rule_may_sleep("netbsd/sleep", what);
}

void mock_check_returned(const char *from)
{
    rule_require(rule_locks_held == 0, "netbsd/mutex-kept", "mutex(9)",
                 "%s returned with %d mutexes held", from, rule_locks_held);
    mock_check_flags(from);
}

void mock_kassert(bool holds, const char *what)
{
    rule_require(holds, "netbsd/kassert", "kassert(9)", "%s does not hold", what);
}

size_t strlcpy(char *to, const char *from, size_t bytes)
{
    size_t length = strlen(from);

    if (bytes > 0) {
        memcpy(to, from, length < bytes ? length + 1 : bytes);
        to[bytes - 1] = 0;
    }
    return length;
}

void delay(unsigned int microseconds)
{
    static unsigned int passed;

    passed += microseconds;
    for (; passed >= 1000; passed -= 1000)
        if (mock_device_may_move())
            nic_step(mock_nic());
}

/* A failure that was chosen strikes once: whoever may wait gets it the second time. */
static void *take(size_t bytes, km_flag_t flags)
{
    const char *what = flags & KM_SLEEP ? "kmem with KM_SLEEP" : "kmem with KM_NOSLEEP";
    void *memory = memory_take(bytes, what);

    if (!memory && (flags & KM_SLEEP) && __NetBSD_Version__ >= 800000000)
        memory = memory_take(bytes, what);
    return memory;
}

void *kmem_alloc(size_t bytes, km_flag_t flags)
{
    struct piece *piece;
    void *memory;

    rule_require(bytes > 0, "netbsd/kmem-nothing", "kmem(9)", "kmem_alloc of 0 bytes");
    rule_require(!(flags & KM_SLEEP) != !(flags & KM_NOSLEEP), "netbsd/kmem-flags", "kmem(9)",
                 "kmem_alloc with flags 0x%x: KM_SLEEP or KM_NOSLEEP", flags);
    rule_require(rule_context != CONTEXT_INTERRUPT, "netbsd/kmem-in-interrupt", "kmem(9)",
                 "kmem_alloc in an interrupt: kmem_intr_alloc is for it");
    if (flags & KM_SLEEP)
        mock_may_sleep("kmem(9) with KM_SLEEP");
    memory = take(bytes, flags);
    if (!memory)
        return NULL;
    piece = memory_take(sizeof *piece, "kmem");
    if (!piece)
        piece = memory_take(sizeof *piece, "kmem");
    piece->memory = memory;
    piece->bytes = bytes;
    piece->next = pieces;
    pieces = piece;
    memset(memory, 0xa5, bytes);
    return memory;
}

void *kmem_zalloc(size_t bytes, km_flag_t flags)
{
    void *memory = kmem_alloc(bytes, flags);

    if (memory)
        memset(memory, 0, bytes);
    return memory;
}

void kmem_free(void *memory, size_t bytes)
{
    struct piece **link = &pieces, *piece;

    while (*link && (*link)->memory != memory)
        link = &(*link)->next;
    piece = *link;
    rule_require(piece, "netbsd/kmem-not-taken", "kmem(9)",
                 "kmem_free of what kmem_alloc has not given, or of what is free");
    rule_require(piece->bytes == bytes, "netbsd/kmem-size", "kmem(9)",
                 "kmem_free of %zu bytes, %zu were allocated", bytes, piece->bytes);
    *link = piece->next;
    memory_give(piece, "kmem");
    memory_give(memory, "kmem_free(9)");
}

/* mutex_init: an interrupt priority level above the soft ones makes it a spin mutex. */
static bool is_adaptive(const kmutex_t *mutex)
{
    return mutex->ipl < IPL_VM;
}

static void check_mutex(const kmutex_t *mutex)
{
    rule_require(mutex->initialised, "netbsd/mutex-not-initialised", "mutex(9)",
                 "a mutex is used before mutex_init or after mutex_destroy");
    rule_require(rule_context != CONTEXT_INTERRUPT || !is_adaptive(mutex),
                 "netbsd/adaptive-in-interrupt", "mutex(9)",
                 "an interrupt takes an adaptive mutex, of level %d", mutex->ipl);
}

void mutex_init(kmutex_t *mutex, kmutex_type_t type, int ipl)
{
    (void)type;
    mutex->ipl = ipl;
    mutex->initialised = true;
    mutex->held = false;
    mutexes++;
}

void mutex_destroy(kmutex_t *mutex)
{
    check_mutex(mutex);
    rule_require(!mutex->held, "netbsd/mutex-destroyed-held", "mutex(9)",
                 "a mutex is destroyed while it is held");
    mutex->initialised = false;
    mutexes--;
}

void mutex_enter(kmutex_t *mutex)
{
    check_mutex(mutex);
    rule_require(!mutex->held, "netbsd/mutex-recursion", "mutex(9)",
                 "a mutex is entered that is held already: NetBSD has no recursive ones");
    rule_require(spinning == 0 || !is_adaptive(mutex), "netbsd/adaptive-under-spin", "mutex(9)",
                 "an adaptive mutex is entered with a spin mutex held");
    mutex->held = true;
    rule_locks_held++;
    spinning += !is_adaptive(mutex);
}

void mutex_exit(kmutex_t *mutex)
{
    check_mutex(mutex);
    rule_require(mutex->held, "netbsd/mutex-not-held", "mutex(9)", "mutex_exit of one not held");
    mutex->held = false;
    rule_locks_held--;
    spinning -= !is_adaptive(mutex);
}

int mutex_tryenter(kmutex_t *mutex)
{
    mutex_enter(mutex);
    return 1;
}

#if __NetBSD_Version__ >= 1000000000
int mutex_owned(const kmutex_t *mutex)
#else
int mutex_owned(kmutex_t *mutex)
#endif
{
    return mutex->initialised && mutex->held;
}

int mock_kernel_leaks(void)
{
    if (mutexes > 0)
        fprintf(stderr, "leak: %d mutexes\n", mutexes);
    return mutexes;
}
