#ifndef LANTERN_REQUEST_H
#define LANTERN_REQUEST_H

#include <stddef.h>

struct request {
    char method[8];
    char path[256];
};

/* The bytes used, 0 where more are needed, -1 where it is no request. */
long request_parse(const char *data, size_t size, struct request *out);

#endif
