\ 4 lines 2 code 2 comments 0 blanks
: open ( n -- ) drop ;
( a comment )
s" \ text" type \ print
