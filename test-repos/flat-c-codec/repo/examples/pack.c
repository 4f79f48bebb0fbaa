#include "../runpack.h"

#include <stdio.h>

int main(void)
{
    rp_byte in[4096];
    rp_byte out[8192];
    size_t size = fread(in, 1, sizeof(in), stdin);
    long packed = rp_pack(in, size, out, sizeof(out));

    if (packed < 0)
        return 1;
    fwrite(out, 1, (size_t)packed, stdout);
    return 0;
}
