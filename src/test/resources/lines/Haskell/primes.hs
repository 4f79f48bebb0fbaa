-- 11 lines 6 code 4 comments 1 blanks
module Main where
{- one {- two -} -- one

-}
foldl' f z = f' '"' z -- a prime and a quote
s = "-- no comment"
t = "a gap\
    \ {- no comment -}"
c = '\'' {- here
-}
