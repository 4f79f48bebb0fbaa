#include "token.h"

#include "tinyhash.h"

#include <stdlib.h>
#include <string.h>

int token_verify(const char *token, size_t size, const unsigned char *key, size_t key_size)
{
    unsigned char digest[TINYHASH_SIZE];
    unsigned char difference = 0;
    unsigned char *joined;
    size_t i;

    if (size < TINYHASH_SIZE)
        return 0;
    joined = malloc(size - TINYHASH_SIZE + key_size);
    if (joined == NULL)
        return 0;
    memcpy(joined, key, key_size);
    memcpy(joined + key_size, token + TINYHASH_SIZE, size - TINYHASH_SIZE);
    tinyhash(joined, size - TINYHASH_SIZE + key_size, digest);
    for (i = 0; i < TINYHASH_SIZE; i++)
        difference |= digest[i] ^ (unsigned char)token[i];
    free(joined);
    return difference == 0;
}
