#include <stddef.h>

size_t text_find(const char *text, size_t size, char sought)
{
    size_t i;

    for (i = 0; i < size && text[i] != sought; i++)
        ;
    return i;
}
