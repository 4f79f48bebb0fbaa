#ifndef UNPACKER_H
#define UNPACKER_H

#include "runpack.h"

struct unpack_state {
    const rp_byte *in;
    size_t left;
    rp_byte *out;
    size_t room;
};

int unpack_run(struct unpack_state *state);

#endif
