#include <sys/socket.h>
#include <sys/types.h>

#include "mod_relay.h"

int relay_handle(int client, int server)
{
    char line[512];
    ssize_t size = recv(client, line, sizeof line, 0);

    if (size < 0)
        return -1;
    return send(server, line, relay_cut(line, (size_t)size), 0) < 0 ? -1 : 0;
}
