#include <stdio.h>

int main(void) {
    puts("static const int table[] = {1, 2, 4};");
    return 0;
}
