#include "tinyhash.h"

void tinyhash(const unsigned char *data, size_t size, unsigned char *digest)
{
    unsigned long long state = 0x9E3779B97F4A7C15ULL;
    size_t i;

    for (i = 0; i < size; i++) {
        state ^= data[i];
        state *= 0x100000001B3ULL;
        state ^= state >> 29;
    }
    for (i = 0; i < TINYHASH_SIZE; i++)
        digest[i] = (unsigned char)(state >> (8 * i));
}
