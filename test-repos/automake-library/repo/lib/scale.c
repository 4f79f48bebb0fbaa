#include "gauge.h"

double gauge_scale(double value, char unit)
{
    switch (unit) {
    case 'k':
        return value * 1000;
    case 'm':
        return value / 1000;
    default:
        return value;
    }
}
