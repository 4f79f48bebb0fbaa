% 6 lines 5 code 1 comments 0 blanks
-module(door).
a() -> $". % a character
b() -> $%. % another
c() -> "% no comment". % comment
d() -> 'it''s % atom'. % comment
