#include <sys/socket.h>

namespace net {

int Open() {
  return socket(AF_INET, SOCK_DGRAM, 0);
}

}  // namespace net
