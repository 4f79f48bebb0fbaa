#include <sys/socket.h>
#include <sys/types.h>

int queue_put(const char *text, size_t size);
int message_name(const char *message, size_t size, char *name, size_t room);

int main(void)
{
    char text[128];
    char name[32];
    ssize_t size = recv(0, text, sizeof text, 0);

    if (size > 0 && message_name(text, (size_t)size, name, sizeof name) == 0)
        return queue_put(text, (size_t)size);
    return 1;
}
