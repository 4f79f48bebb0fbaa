A literate program: 10 lines 2 code 6 comments 2 blanks

> main = print "-- no comment" -- comment
> -- a comment

\begin{code}
f' x = x
-- a comment
\end{code}
It's prose
