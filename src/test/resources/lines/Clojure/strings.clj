;; 5 lines 4 code 1 comments 0 blanks
(def a "; no
comment") ; comment
(def b \") ; a character
(def c '(x y)) ; quoted
