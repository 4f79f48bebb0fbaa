int bearing_parse(const char *text);
const char *chart_name(int bearing);
int device_read(int handle, char *text, int size);
