#include "unpacker.h"

long rp_unpack(const rp_byte *in, size_t size, rp_byte *out, size_t room)
{
    struct unpack_state state = {in, size, out, room};

    while (state.left > 0) {
        if (unpack_run(&state) < 0)
            return -1;
    }
    return (long)(room - state.room);
}
