#include "mod_relay.h"

size_t relay_cut(const char *line, size_t size)
{
    size_t end = 0;

    while (end < size && line[end] != '\r' && line[end] != '\n')
        end++;
    return end;
}
