#include "../runpack.h"

#include <assert.h>
#include <string.h>

int main(void)
{
    const rp_byte text[] = "aaaabbbbbbc";
    rp_byte packed[64];
    rp_byte again[64];
    long size = rp_pack(text, sizeof(text), packed, sizeof(packed));

    assert(size > 0);
    assert(rp_unpack(packed, (size_t)size, again, sizeof(again)) == (long)sizeof(text));
    assert(memcmp(text, again, sizeof(text)) == 0);
    assert(rp_unpack(packed, (size_t)size, again, 3) == -1);
    return 0;
}
