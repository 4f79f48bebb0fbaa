#include "lamp.h"

#include <linux/uaccess.h>

long lamp_write(const char __user *buffer, unsigned long size)
{
	unsigned char bytes[16];

	if (size > sizeof(bytes))
		return -1;
	if (copy_from_user(bytes, buffer, size))
		return -1;
	return lamp_send(bytes, size);
}
