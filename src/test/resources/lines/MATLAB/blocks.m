% 8 lines 4 code 4 comments 0 blanks
%{
it's a comment
%}
a = b' * c'; % transposed
d = 'it''s % text'; % comment
e = "% text"; % comment
f = [a' b' 'x']; % "
