#include "bearing.h"

#include <stdio.h>

int main(void)
{
    char text[16];

    if (device_read(0, text, sizeof text) <= 0)
        return 1;
    puts(chart_name(bearing_parse(text)));
    return 0;
}
