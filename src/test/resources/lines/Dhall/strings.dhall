-- 12 lines 7 code 4 comments 1 blanks
{- a comment {- inside -}
   goes on -}
let text = ''
  -- no comment, "
  {- nor this

  don't
''
let name = "-- no" -- comment
in  { text, name }
{- end -}
