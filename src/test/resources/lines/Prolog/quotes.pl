% 4 lines 1 code 3 comments 0 blanks
a(0'a, "% no comment"). % comment
/* one
*/
