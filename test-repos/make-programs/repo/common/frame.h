#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>

int frame_read(const unsigned char *bytes, size_t size, char *text, size_t room);

#endif
