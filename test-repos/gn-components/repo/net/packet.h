#ifndef NET_PACKET_H_
#define NET_PACKET_H_

#include <cstddef>

namespace net {

bool ReadPacket(const unsigned char* bytes, size_t size, char* text, size_t room);

}  // namespace net

#endif
