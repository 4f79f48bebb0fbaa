#include "gauge.h"
#include "line.h"

#include <stdlib.h>
#include <string.h>

/* A line is a number and the letter of a unit. */
int gauge_parse(const char *text, double *value)
{
    char number[32];
    size_t size = line_end(text, strlen(text));

    if (size == 0 || size >= sizeof number)
        return -1;
    memcpy(number, text, size - 1);
    number[size - 1] = 0;
    *value = gauge_scale(atof(number), text[size - 1]);
    return 0;
}
