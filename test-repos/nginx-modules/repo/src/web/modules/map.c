#include <string.h>

int map_find(const char *const *names, int count, const char *name)
{
    int i;

    for (i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}
