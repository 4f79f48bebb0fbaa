-- 4 lines 3 code 1 comments 0 blanks
A : Character := '"'; -- quote
B : String := "it's -- ""no"" comment"; -- comment
C := Integer'Image (D) & Character'('''); -- attribute
