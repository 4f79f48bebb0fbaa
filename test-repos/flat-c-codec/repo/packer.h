#ifndef PACKER_H
#define PACKER_H

#include "runpack.h"

struct pack_state {
    rp_byte *next;
    rp_byte *end;
};

int pack_run(struct pack_state *state, rp_byte value, unsigned length);

#endif
