#include "bearing.h"

#include <stdlib.h>

int bearing_parse(const char *text)
{
    return atoi(text) % 360;
}
