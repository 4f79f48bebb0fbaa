# 9 lines 6 code 2 comments 1 blanks
(def text "first # no comment
second # nor this
")
(def raw `a " quote
# inside`)

#"not a string
(print text) # but this is
