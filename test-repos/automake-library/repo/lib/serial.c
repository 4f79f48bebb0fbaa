#include "gauge.h"

#include <stdio.h>

int gauge_serial(const char *device, char *text, int size)
{
    FILE *file = fopen(device, "r");
    int read = file != NULL && fgets(text, size, file) != NULL;

    if (file != NULL)
        fclose(file);
    return read;
}
