#ifndef RUNPACK_H
#define RUNPACK_H

#include <stddef.h>

typedef unsigned char rp_byte;

/* Both give the number of bytes written, or -1 where the room does not do. */
long rp_pack(const rp_byte *in, size_t size, rp_byte *out, size_t room);
long rp_unpack(const rp_byte *in, size_t size, rp_byte *out, size_t room);

unsigned long rp_check(unsigned long sum, const rp_byte *data, size_t size);

#endif
