#include "lamp.h"

int lamp_colour(const char *text)
{
	return text[0] == 'r' ? 1 : text[0] == 'g' ? 2 : 0;
}
