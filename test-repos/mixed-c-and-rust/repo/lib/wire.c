#include "wire.h"

#include <string.h>

#define WIRE_MARK 0xBE
#define WIRE_HEADER 8

static uint32_t read_be32(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint16_t read_be16(const uint8_t *p)
{
    return (uint16_t)(p[0] << 8 | p[1]);
}

int wire_parse_header(const uint8_t *data, size_t size, struct wire_header *out)
{
    if (size < WIRE_HEADER || data[0] != WIRE_MARK)
        return -1;
    out->flags = data[1];
    out->length = read_be16(data + 2);
    out->sender = read_be32(data + 4);
    if (out->length > size - WIRE_HEADER)
        return -1;
    return 0;
}

long wire_copy_body(const uint8_t *data, size_t size, uint8_t *out, size_t room)
{
    struct wire_header header;

    if (wire_parse_header(data, size, &header) != 0)
        return -1;
    if (header.length > room)
        return -1;
    memcpy(out, data + WIRE_HEADER, header.length);
    return header.length;
}
