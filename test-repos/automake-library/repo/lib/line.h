#ifndef LINE_H
#define LINE_H

#include <stddef.h>

size_t line_end(const char *text, size_t size);

#endif
