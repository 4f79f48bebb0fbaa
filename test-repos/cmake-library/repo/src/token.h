#ifndef LANTERN_TOKEN_H
#define LANTERN_TOKEN_H

#include <stddef.h>

/* Whether the token was made with this key. Takes the same time for every token of one length. */
int token_verify(const char *token, size_t size, const unsigned char *key, size_t key_size);

#endif
