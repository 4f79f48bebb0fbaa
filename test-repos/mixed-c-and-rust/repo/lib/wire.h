#ifndef BEACON_WIRE_H
#define BEACON_WIRE_H

#include <stddef.h>
#include <stdint.h>

struct wire_header {
    uint32_t sender;
    uint16_t length;
    uint8_t flags;
};

/* 0, or -1 for a packet that is cut off or carries the wrong mark. */
int wire_parse_header(const uint8_t *data, size_t size, struct wire_header *out);

/* Copies the body into a buffer of the caller; its length, or -1. */
long wire_copy_body(const uint8_t *data, size_t size, uint8_t *out, size_t room);

#endif
