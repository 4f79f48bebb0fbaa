#include "packer.h"

/* A run is its length and its byte. */
long rp_pack(const rp_byte *in, size_t size, rp_byte *out, size_t room)
{
    struct pack_state state = {out, out + room};
    size_t i = 0;

    while (i < size) {
        unsigned length = 1;

        while (i + length < size && length < 255 && in[i + length] == in[i])
            length++;
        if (pack_run(&state, in[i], length) < 0)
            return -1;
        i += length;
    }
    return (long)(state.next - out);
}
