#include "gauge.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    char text[80];
    double value;

    if (argc < 2 || !gauge_serial(argv[1], text, sizeof text) || gauge_parse(text, &value) != 0)
        return 1;
    printf("%g\n", value);
    return 0;
}
