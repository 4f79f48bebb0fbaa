#include "../log.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; i++)
    Log(argv[i]);
  return 0;
}
