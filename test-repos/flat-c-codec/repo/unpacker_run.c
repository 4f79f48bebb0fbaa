#include "unpacker.h"

#include <string.h>

/* Decodes one run: what comes from outside decides how much is written. */
int unpack_run(struct unpack_state *state)
{
    size_t length;

    if (state->left < 2)
        return -1;
    length = state->in[0];
    if (length == 0 || length > state->room)
        return -1;
    memset(state->out, state->in[1], length);
    state->in += 2;
    state->left -= 2;
    state->out += length;
    state->room -= length;
    return 0;
}
