// 24 lines 15 code 7 comments 2 blanks

/* one
   two // still the same comment

*/
#include <stdio.h>
#define OPEN "/*"
static const char quote = '"'; /* not a string */
static const char slash[] = "//"; // no comment inside
static const char escaped = '\''; /* neither " nor ' opens
   anything here */
int a; /* behind code
  and on */ /* and again
*/ int comes_later;
char *s = "a \" /* b"; int b;
/* before */ int c;
#if 0
it's left out, "so it is code
// but not this
#endif
const char *two = "one \
  // no comment, a string goes on \
  here";
