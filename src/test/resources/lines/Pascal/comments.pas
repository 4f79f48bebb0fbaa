// 8 lines 2 code 6 comments 0 blanks
{ one
 two }
(* three
*)
a := 'it''s { no comment'; // comment
b := '//'; { one } c := 1; (* two
*)
