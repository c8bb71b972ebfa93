#include "host.h"

#include <string.h>

#include "verdict.h"

static const struct rule *rules;
static uint32_t rules_count;

void host_rules(const struct rule *table, uint32_t count)
{
    rules = table;
    rules_count = count;
}

VERDICT_INLINE const uint32_t *rule_find(const struct rule_key *key)
{
    uint32_t i;

    for (i = 0; i < rules_count; i++)
        if (!memcmp(&rules[i].key, key, sizeof *key))
            return &rules[i].verdict;
    return NULL;
}

uint32_t host_judge(uint8_t *bytes, uint32_t length)
{
    return judge(bytes, bytes + length);
}
