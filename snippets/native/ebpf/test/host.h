/* verdict.h in user space, with the rules of the vectors in a table of its own. */
#ifndef HOST_H
#define HOST_H

#include "vectors.h"

void host_rules(const struct rule *rules, uint32_t count);
uint32_t host_judge(uint8_t *bytes, uint32_t length);

#endif
