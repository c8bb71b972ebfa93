/* Pages, mappings and coherent memory: what the DMA API of Linux asks of a driver. */
#include <stdio.h>
#include <stdlib.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

static const char DMA_API[] = "Documentation/core-api/dma-api.rst";

struct mapped {
    struct mapped *next;
    const u8 *memory;
    size_t bytes;
    dma_addr_t address;
    bool page, checked;
};

static struct mapped *maps;
static struct page *pages;

struct page *dev_alloc_page(void)
{
    struct page *page = mock.refuse_pages ? NULL : memory_take(sizeof *page, "a struct page");

    if (!page)
        return NULL;
    page->memory = calloc(1, PAGE_SIZE);
    page->count = 1;
    page->next = pages;
    pages = page;
    return page;
}

void *page_address(const struct page *page)
{
    return page->memory;
}

struct page *mock_page_of(const void *memory)
{
    struct page *page = pages;

    while (page && ((const u8 *)memory < page->memory ||
                    (const u8 *)memory >= page->memory + PAGE_SIZE))
        page = page->next;
    return page;
}

void __free_pages(struct page *page, unsigned int order)
{
    struct page **link = &pages;

    rule_require(order == 0 && memory_in_use(page), "linux/page-freed-twice", "linux/gfp.h",
                 "a page is freed that is not in use");
    if (--page->count > 0)
        return;
    mock_dma_page_freed(page->memory, PAGE_SIZE);
    while (*link != page)
        link = &(*link)->next;
    *link = page->next;
    free(page->memory);
    memory_give(page, "a struct page");
}

/* What the device may still write must not be given away. */
void mock_dma_page_freed(const void *memory, size_t bytes)
{
    const struct mapped *map = maps;

    for (; map; map = map->next)
        rule_require(map->memory >= (const u8 *)memory + bytes ||
                         map->memory + map->bytes <= (const u8 *)memory,
                     "linux/freed-while-mapped", DMA_API, "memory is freed that is still mapped");
}

int dma_set_mask_and_coherent(struct device *dev, u64 mask)
{
    (void)mask;
    if (memory_may_fail("dma_set_mask_and_coherent"))
        return -EIO;
    dev->masked = true;
    return 0;
}

void *dma_alloc_coherent(struct device *dev, size_t size, dma_addr_t *dma_handle, gfp_t gfp)
{
    (void)gfp;
    rule_require(dev->masked, "linux/dma-without-mask", "core-api/dma-api-howto.rst",
                 "memory is taken before the device said what it can address");
    rule_may_sleep("linux/sleep-in-atomic", DMA_API);
    return dma_coherent_take(size, dma_handle, "dma_alloc_coherent");
}

void dma_free_coherent(struct device *dev, size_t size, void *cpu_addr, dma_addr_t dma_handle)
{
    (void)dev;
    (void)size;
    rule_may_sleep("linux/sleep-in-atomic", DMA_API);
    rule_require(!nic_is_running(mock.nic) || nic_faults(mock.nic)->unplugged,
                 "linux/freed-while-running", DMA_API,
                 "a ring is freed while the device may use it");
    dma_coherent_give(cpu_addr, dma_handle);
}

static enum dma_direction direction_of(enum dma_data_direction direction)
{
    if (direction == DMA_TO_DEVICE)
        return DMA_READ_BY_DEVICE;
    return direction == DMA_FROM_DEVICE ? DMA_WRITE_BY_DEVICE : DMA_BOTH;
}

static dma_addr_t add(void *memory, size_t bytes, enum dma_data_direction direction, bool page)
{
    struct mapped *map;

    rule_require(bytes > 0, "linux/map-nothing", DMA_API, "no bytes are mapped");
    if (memory_may_fail(page ? "dma_map_page" : "dma_map_single"))
        return DMA_MAPPING_ERROR;
    map = calloc(1, sizeof *map);
    *map = (struct mapped){maps, memory, bytes, dma_map(memory, bytes, direction_of(direction)),
                           page, false};
    maps = map;
    return map->address;
}

static struct mapped **find(dma_addr_t address)
{
    struct mapped **link = &maps;

    while (*link && (*link)->address != address)
        link = &(*link)->next;
    return link;
}

static void end(dma_addr_t address, size_t bytes, enum dma_data_direction direction, bool page)
{
    struct mapped **link = find(address), *map = *link;

    rule_require(map, "linux/unmap-not-mapped", DMA_API, "0x%llx is unmapped, and is not mapped",
                 (unsigned long long)address);
    rule_require(map->page == page, "linux/unmap-other-kind", DMA_API,
                 "a mapping of dma_map_%s ends with dma_unmap_%s", map->page ? "page" : "single",
                 page ? "page" : "single");
    rule_require(map->checked, "linux/mapping-not-checked", "core-api/dma-api-howto.rst",
                 "dma_mapping_error was never asked about this mapping");
    dma_unmap(address, bytes, direction_of(direction));
    *link = map->next;
    free(map);
}

dma_addr_t dma_map_single(struct device *dev, void *ptr, size_t size,
                          enum dma_data_direction dir)
{
    (void)dev;
    return add(ptr, size, dir, false);
}

void dma_unmap_single(struct device *dev, dma_addr_t addr, size_t size,
                      enum dma_data_direction dir)
{
    (void)dev;
    end(addr, size, dir, false);
}

dma_addr_t dma_map_page(struct device *dev, struct page *page, size_t offset, size_t size,
                        enum dma_data_direction dir)
{
    (void)dev;
    rule_require(offset + size <= PAGE_SIZE, "linux/map-beyond-page", DMA_API,
                 "%zu bytes at %zu of a page", size, offset);
    return add(page->memory + offset, size, dir, true);
}

void dma_unmap_page(struct device *dev, dma_addr_t addr, size_t size,
                    enum dma_data_direction dir)
{
    (void)dev;
    end(addr, size, dir, true);
}

dma_addr_t skb_frag_dma_map(struct device *dev, const skb_frag_t *frag, size_t offset,
                            size_t size, enum dma_data_direction dir)
{
    return dma_map_page(dev, frag->bv_page, frag->bv_offset + offset, size, dir);
}

int dma_mapping_error(struct device *dev, dma_addr_t dma_addr)
{
    (void)dev;
    if (dma_addr == DMA_MAPPING_ERROR)
        return -ENOMEM;
    rule_require(*find(dma_addr), "linux/unmap-not-mapped", DMA_API, "asks about no mapping");
    (*find(dma_addr))->checked = true;
    return 0;
}
