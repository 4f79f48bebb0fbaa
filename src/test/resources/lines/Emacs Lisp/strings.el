;; 3 lines 2 code 1 comments 0 blanks
(setq a ?\" b "; no comment") ; comment
(setq c '(x))
