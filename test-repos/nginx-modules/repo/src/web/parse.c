#include <string.h>

int web_parse(const char *line, size_t size)
{
    char method[8];
    size_t end = 0;

    while (end < size && end < sizeof method - 1 && line[end] != ' ')
        end++;
    memcpy(method, line, end);
    method[end] = 0;
    return strcmp(method, "GET") == 0;
}
