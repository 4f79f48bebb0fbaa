#include "frame.h"

#include <string.h>

/* A frame is two bytes of length, then so many of text. */
int frame_read(const unsigned char *bytes, size_t size, char *text, size_t room)
{
    size_t length;

    if (size < 2)
        return -1;
    length = ((size_t)bytes[0] << 8) | bytes[1];
    if (length > size - 2 || length >= room)
        return -1;
    memcpy(text, bytes + 2, length);
    text[length] = 0;
    return (int)length;
}
