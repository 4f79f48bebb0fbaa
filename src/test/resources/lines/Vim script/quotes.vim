" 4 lines 2 code 2 comments 0 blanks
let a = "a string" " comment
let b = 'it''s'
  " comment
