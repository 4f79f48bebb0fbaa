// UTF-8 with a mark
int marked;
