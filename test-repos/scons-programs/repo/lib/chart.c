#include "bearing.h"

static const char *const names[] = {"north", "east", "south", "west"};

const char *chart_name(int bearing)
{
    return names[bearing / 90 % 4];
}
