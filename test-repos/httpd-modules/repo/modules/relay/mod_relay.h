#ifndef MOD_RELAY_H
#define MOD_RELAY_H

#include <stddef.h>

size_t relay_cut(const char *line, size_t size);
int relay_handle(int client, int server);

#endif
