int wire_read(int value);
int wire_write(int value);
