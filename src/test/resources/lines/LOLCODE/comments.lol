BTW 13 lines 6 code 6 comments 1 blanks
HAI 1.2
OBTW
  VISIBLE "no code"
TLDR
VISIBLE "BTW is no comment here"

I HAS A OBTWX ITZ 1 BTW a name
VISIBLE "a", OBTW goes on
  VISIBLE "no code"
TLDR
VISIBLE OBTWX
KTHXBYE
