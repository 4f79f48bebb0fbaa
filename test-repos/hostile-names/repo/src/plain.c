/* Two lines of code, the last without its end. */
int plain;
int last;