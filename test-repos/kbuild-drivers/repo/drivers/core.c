#include <linux/kernel.h>

int board_ready(void)
{
	return 1;
}
