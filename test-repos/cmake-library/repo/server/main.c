#include "request.h"

#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void answer(int client)
{
    static const char reply[] = "HTTP/1.0 204 No Content\r\n\r\n";
    char buffer[1024];
    struct request request;
    size_t filled = 0;

    while (filled < sizeof(buffer)) {
        ssize_t got = recv(client, buffer + filled, sizeof(buffer) - filled, 0);

        if (got <= 0)
            return;
        filled += (size_t)got;
        if (request_parse(buffer, filled, &request) != 0)
            break;
    }
    send(client, reply, sizeof(reply) - 1, 0);
}

int main(void)
{
    struct sockaddr_in address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_port = htons(8080);
    if (bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 || listen(listener, 16) != 0) {
        perror("lanternd");
        return 1;
    }
    for (;;) {
        int client = accept(listener, NULL, NULL);

        if (client < 0)
            break;
        answer(client);
        close(client);
    }
    return 0;
}
