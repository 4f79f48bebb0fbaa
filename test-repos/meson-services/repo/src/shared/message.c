#include <string.h>

int message_name(const char *message, size_t size, char *name, size_t room)
{
    const char *end = memchr(message, ':', size);

    if (end == NULL || (size_t)(end - message) >= room)
        return -1;
    memcpy(name, message, (size_t)(end - message));
    name[end - message] = 0;
    return 0;
}
