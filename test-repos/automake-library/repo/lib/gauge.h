#ifndef GAUGE_H
#define GAUGE_H

int gauge_parse(const char *text, double *value);
double gauge_scale(double value, char unit);
int gauge_serial(const char *device, char *text, int size);

#endif
