// 4 lines 3 code 1 comments 0 blanks
int scan(const char *s) {
  switch (*s) { case '"': return 1; } /* a quote */
}
