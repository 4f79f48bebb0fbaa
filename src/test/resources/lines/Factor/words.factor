! 6 lines 3 code 2 comments 1 blanks
/* a comment */
USING: multiline ;

: f ( -- s ) "a ! b
! c" ; ! end
