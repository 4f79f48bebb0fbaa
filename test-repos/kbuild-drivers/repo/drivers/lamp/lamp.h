int lamp_send(const unsigned char *bytes, unsigned long size);
int lamp_colour(const char *text);
