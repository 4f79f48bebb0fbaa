#include "wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

/* Answers every packet with its own sender, until a packet has no body. */
int serve(unsigned short port)
{
    struct sockaddr_in address = {0};
    uint8_t packet[1500];
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    if (fd < 0)
        return -1;
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        close(fd);
        return -1;
    }
    for (;;) {
        struct sockaddr_in peer;
        socklen_t length = sizeof(peer);
        struct wire_header header;
        ssize_t size = recvfrom(fd, packet, sizeof(packet), 0, (struct sockaddr *)&peer, &length);

        if (size < 0)
            break;
        if (wire_parse_header(packet, (size_t)size, &header) != 0)
            continue;
        if (header.length == 0)
            break;
        sendto(fd, &header.sender, sizeof(header.sender), 0, (struct sockaddr *)&peer, length);
    }
    close(fd);
    return 0;
}
