#include "../lib/wire.h"

#include <assert.h>

int main(void)
{
    const uint8_t packet[] = {0xBE, 0, 0, 1, 0, 0, 0, 7, 42};
    uint8_t body[4];
    struct wire_header header;

    assert(wire_parse_header(packet, sizeof(packet), &header) == 0);
    assert(header.sender == 7);
    assert(wire_parse_header(packet, 8, &header) == -1);
    assert(wire_copy_body(packet, sizeof(packet), body, sizeof(body)) == 1);
    assert(body[0] == 42);
    return 0;
}
