#include <sys/socket.h>
#include "gauge.h"

/* Sends what the gauge shows to whoever connects. */
int main(void) {
    char line[64];
    int s = socket(AF_INET, SOCK_STREAM, 0);
    for (;;) {
        int c = accept(s, 0, 0);
        if (recv(c, line, sizeof(line), 0) > 0) {
            send(c, line, gauge_format(line), 0);
        }
    }
}
