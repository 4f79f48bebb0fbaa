#include "request.h"

#include <string.h>

static long copy_word(const char *data, size_t size, char *out, size_t room)
{
    size_t i;

    for (i = 0; i < size && data[i] != ' '; i++) {
        if (i + 1 >= room)
            return -1;
        out[i] = data[i];
    }
    out[i] = '\0';
    return (long)i;
}

long request_parse(const char *data, size_t size, struct request *out)
{
    const char *end = memchr(data, '\n', size);
    long method;
    long path;

    if (end == NULL)
        return size > 512 ? -1 : 0;
    method = copy_word(data, (size_t)(end - data), out->method, sizeof(out->method));
    if (method <= 0 || data + method == end)
        return -1;
    path = copy_word(data + method + 1, (size_t)(end - data) - (size_t)method - 1, out->path, sizeof(out->path));
    if (path <= 0)
        return -1;
    return end - data + 1;
}
