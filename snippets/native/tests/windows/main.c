/* All cases of the miniport, one after another. */
#include <string.h>

#include "bench.h"

enum { MOST = 64 };

static struct tap_case all[MOST];
static size_t count;

static void add(const struct tap_case *cases, size_t number)
{
    memcpy(all + count, cases, number * sizeof *cases);
    count += number;
}

int main(void)
{
    add(life_cases, life_count);
    add(data_cases, data_count);
    add(trouble_cases, trouble_count);
    add(rule_cases, rule_count);
    add(inf_cases, inf_count);
    return tap_run(all, count);
}
