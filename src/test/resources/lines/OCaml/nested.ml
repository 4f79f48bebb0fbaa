(* 6 lines 3 code 3 comments 0 blanks *)
(* one (* two *)
one *)
let f' x = '"' (* a prime *)
let s = "(* no comment"
let c = '\'' (* end *)
