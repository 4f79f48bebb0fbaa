! 7 lines 4 code 2 comments 1 blanks
program main
  call greet ! c is no comment here
  print *, "a ! b", 'it''s ! c'

  ! done
end program
