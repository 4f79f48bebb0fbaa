#include "packet.h"

#include <cstring>

namespace net {

bool ReadPacket(const unsigned char* bytes, size_t size, char* text, size_t room) {
  if (size < 1 || bytes[0] > size - 1 || bytes[0] >= room)
    return false;
  std::memcpy(text, bytes + 1, bytes[0]);
  text[bytes[0]] = 0;
  return true;
}

}  // namespace net
