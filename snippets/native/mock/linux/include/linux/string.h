/* linux/string.h */
#ifndef MOCK_LINUX_STRING_H
#define MOCK_LINUX_STRING_H

#include <linux/types.h>
#include <string.h>

ssize_t strscpy(char *to, const char *from, size_t bytes);

#endif
