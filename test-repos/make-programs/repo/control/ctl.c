#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    size_t length = argc > 1 ? strlen(argv[1]) : 0;

    putchar((int)(length >> 8));
    putchar((int)(length & 255));
    fwrite(argc > 1 ? argv[1] : "", 1, length, stdout);
    return 0;
}
