#include <stdlib.h>

void *pool_take(size_t size)
{
    return malloc(size == 0 ? 1 : size);
}
