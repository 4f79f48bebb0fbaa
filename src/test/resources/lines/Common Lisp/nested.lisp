;;; 6 lines 2 code 4 comments 0 blanks
#| one #| two |#
one |#
(setq a #\" b #\; c '(x)) ; characters
(setq s "#| no comment ; nor this") #| but
this |#
