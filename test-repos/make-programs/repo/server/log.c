#include <stdio.h>

void server_log(const char *text)
{
    fprintf(stderr, "ferryd: %s\n", text);
}
