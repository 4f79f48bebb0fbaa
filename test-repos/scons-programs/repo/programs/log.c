#include "bearing.h"

#include <stdio.h>

int main(void)
{
    char text[16];

    while (device_read(0, text, sizeof text) > 0)
        printf("%d\n", bearing_parse(text));
    return 0;
}
