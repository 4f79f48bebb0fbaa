#include <linux/kernel.h>

void board_say(const char *text)
{
	pr_info("%s\n", text);
}
