#include "packer.h"

int pack_run(struct pack_state *state, rp_byte value, unsigned length)
{
    if (state->end - state->next < 2)
        return -1;
    *state->next++ = (rp_byte)length;
    *state->next++ = value;
    return 0;
}
