; 3 lines 1 code 2 comments 0 blanks
#| one #| two |# one |#
(define a '("; no comment" #\")) ; comment
