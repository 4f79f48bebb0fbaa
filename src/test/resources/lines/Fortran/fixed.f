C 10 lines 4 code 5 comments 1 blanks
c lower case too
* and a star
      PROGRAM MAIN
      PRINT *, 'IT''S ! NO COMMENT' ! but this is
! and this

D     PRINT *, 'debug'
 10   CONTINUE
      END
