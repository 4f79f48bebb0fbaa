#include <stdio.h>

int main(int argc, char **argv)
{
    printf("pilot:%s\n", argc > 1 ? argv[1] : "status");
    return 0;
}
