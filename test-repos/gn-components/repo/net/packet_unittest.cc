#include "packet.h"

int main() {
  const unsigned char bytes[] = {1, 'a'};
  char text[2];
  return net::ReadPacket(bytes, 2, text, 2) ? 0 : 1;
}
