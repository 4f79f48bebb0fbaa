@ 3 lines 3 code 0 comments 0 blanks of prose are code here too.
@c
int door; /* closed */
