/* linux/u64_stats_sync.h */
#ifndef MOCK_LINUX_U64_STATS_SYNC_H
#define MOCK_LINUX_U64_STATS_SYNC_H

#include <linux/types.h>

struct u64_stats_sync {
    bool writing; /* mock */
};

typedef struct {
    u64 v;
} u64_stats_t;

void u64_stats_init(struct u64_stats_sync *sync);
void u64_stats_update_begin(struct u64_stats_sync *sync);
void u64_stats_update_end(struct u64_stats_sync *sync);
unsigned int u64_stats_fetch_begin(const struct u64_stats_sync *sync);
bool u64_stats_fetch_retry(const struct u64_stats_sync *sync, unsigned int start);

static inline void u64_stats_add(u64_stats_t *counter, unsigned long value)
{
    counter->v += value;
}

static inline void u64_stats_inc(u64_stats_t *counter)
{
    counter->v++;
}

static inline u64 u64_stats_read(const u64_stats_t *counter)
{
    return counter->v;
}

#endif
