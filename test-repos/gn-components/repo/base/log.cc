#include "log.h"

#include <cstdio>

void Log(const char* text) {
  std::fprintf(stderr, "%s\n", text);
}
