// 6 lines 3 code 3 comments 0 blanks
(* one (* two *) one
*)
let a = """raw " // no comment"""
let b = @"C:\" // comment
let f' x = '"' // a prime
