/* Memory that came from bus_dmamem_alloc, as the maps know it. */
#ifndef BUS_MEMORY_H
#define BUS_MEMORY_H

#include "mock.h"

/* Whether it is mapped by bus_dmamem_map. */
bool mock_is_bus_memory(const void *memory);

/* A map refers to it, or no longer. */
void mock_use_bus_memory(const void *memory, int by);

int mock_bus_memory_leaks(void);

#endif
