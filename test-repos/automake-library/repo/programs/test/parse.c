#include "gauge.h"

#include <assert.h>

int check_parse(void)
{
    double value = 0;

    assert(gauge_parse("2k", &value) == 0);
    return value == 2000;
}
