#include "../common/frame.h"

#include <sys/socket.h>
#include <unistd.h>

int server_listen(unsigned short port);
void server_log(const char *text);

int main(void)
{
    unsigned char bytes[512];
    char text[512];
    int handle = server_listen(4100);
    int client = handle < 0 ? -1 : accept(handle, 0, 0);
    ssize_t size = client < 0 ? -1 : read(client, bytes, sizeof bytes);

    if (size > 0 && frame_read(bytes, (size_t)size, text, sizeof text) >= 0)
        server_log(text);
    return 0;
}
