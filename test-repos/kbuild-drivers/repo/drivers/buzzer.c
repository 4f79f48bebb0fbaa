#include <linux/module.h>

static int loud;

int buzzer_set(int value)
{
	loud = value;
	return loud;
}

MODULE_LICENSE("GPL");
