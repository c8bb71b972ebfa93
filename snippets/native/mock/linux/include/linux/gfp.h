/* linux/gfp.h, linux/skbuff.h (dev_alloc_page), linux/mm.h (page_address) */
#ifndef MOCK_LINUX_GFP_H
#define MOCK_LINUX_GFP_H

#include <linux/types.h>

#define PAGE_SIZE 4096ul /* asm/page_types.h on x86 */

struct page {
    u8 *memory;  /* mock */
    int count;   /* mock */
    struct page *next; /* mock */
};

void __free_pages(struct page *page, unsigned int order);
#define __free_page(page) __free_pages((page), 0)
void *page_address(const struct page *page);

#endif
