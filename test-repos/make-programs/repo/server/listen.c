#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int server_listen(unsigned short port)
{
    struct sockaddr_in address;
    int handle = socket(AF_INET, SOCK_STREAM, 0);

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (handle < 0 || bind(handle, (struct sockaddr *)&address, sizeof address) < 0)
        return -1;
    return listen(handle, 8) < 0 ? -1 : handle;
}
