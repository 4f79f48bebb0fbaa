#include "bearing.h"

#include <unistd.h>

int device_read(int handle, char *text, int size)
{
    ssize_t count = read(handle, text, (size_t)size - 1);

    text[count < 0 ? 0 : count] = 0;
    return (int)count;
}
