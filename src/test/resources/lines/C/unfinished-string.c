// 7 lines 2 code 4 comments 1 blanks
char *s = "never closed;
int a; /* the line end closed it */
/* a comment that
never ends

int a;
