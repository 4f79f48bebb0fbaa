#include "line.h"

#include <string.h>

size_t line_end(const char *text, size_t size)
{
    const char *end = memchr(text, '\n', size);

    return end == NULL ? size : (size_t)(end - text);
}
