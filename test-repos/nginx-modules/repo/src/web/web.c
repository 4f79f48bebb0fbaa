#include <sys/socket.h>
#include <sys/types.h>

int web_parse(const char *line, size_t size);

int web_serve(int client)
{
    char line[256];
    ssize_t size = recv(client, line, sizeof line, 0);

    return size < 0 ? -1 : web_parse(line, (size_t)size);
}
