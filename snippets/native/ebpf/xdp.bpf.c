/*
 * The XDP program: verdict.h on each frame before there is an skb. Compiled by
 * clang -target bpf; any loader that reads BTF map definitions can load it, and so can
 * test/object.c. API: linux/bpf.h of Linux 5.3 or later.
 *
 * Where a device strips VLAN tags, the program does not see them: that is turned off first
 * (ethtool -K … rxvlan off).
 */
#include <linux/bpf.h>

#include "verdict.h"

#define SECTION(name) __attribute__((section(name), used))

_Static_assert(VERDICT_ABORTED == XDP_ABORTED && VERDICT_DROP == XDP_DROP &&
                   VERDICT_PASS == XDP_PASS && VERDICT_TX == XDP_TX,
               "a verdict is returned as it is");

// tag::maps[]
/* In a definition by BTF numbers are lengths of arrays, and types are those of pointers. */
struct {
    int (*type)[BPF_MAP_TYPE_HASH];
    int (*max_entries)[MOST_RULES];
    struct rule_key *key;
    uint32_t *value;
} rules SECTION(".maps");

struct {
    int (*type)[BPF_MAP_TYPE_PERCPU_ARRAY];
    int (*max_entries)[VERDICTS];
    uint32_t *key;
    struct count *value;
} counts SECTION(".maps");
// end::maps[]

static void *(*map_lookup)(void *map, const void *key) = (void *)BPF_FUNC_map_lookup_elem;

VERDICT_INLINE const uint32_t *rule_find(const struct rule_key *key)
{
    return map_lookup(&rules, key);
}

// tag::program[]
VERDICT_INLINE void add(uint32_t verdict, uint64_t bytes)
{
    struct count *count = map_lookup(&counts, &verdict);

    if (!count) /* never; but the verifier asks for it */
        return;
    count->frames++;
    count->bytes += bytes;
}

SECTION("xdp") int rbe_xdp(struct xdp_md *context)
{
    uint8_t *data = (uint8_t *)(long)context->data;
    uint8_t *end = (uint8_t *)(long)context->data_end;
    uint32_t verdict = judge(data, end);

    add(verdict, (uint64_t)(end - data));
    return (int)verdict;
}
// end::program[]

char licensed_as[] SECTION("license") = "Apache-2.0";
