#include <unistd.h>

#include "../modules/relay/mod_relay.h"

int main(void)
{
    return relay_handle(STDIN_FILENO, STDOUT_FILENO);
}
