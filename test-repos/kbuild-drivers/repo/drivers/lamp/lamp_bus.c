#include "lamp.h"

static unsigned char last[16];

int lamp_send(const unsigned char *bytes, unsigned long size)
{
	unsigned long i;

	for (i = 0; i < size; i++)
		last[i] = bytes[i];
	return (int)size;
}
