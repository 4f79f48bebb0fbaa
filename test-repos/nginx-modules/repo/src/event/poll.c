#include <poll.h>

int event_wait(int handle)
{
    struct pollfd entry = {handle, POLLIN, 0};

    return poll(&entry, 1, 1000);
}
