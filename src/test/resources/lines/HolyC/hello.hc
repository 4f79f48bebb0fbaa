// 3 lines 1 code 2 comments 0 blanks
U0 Hello() { "Hello // you\n"; } /* no printf
 */
