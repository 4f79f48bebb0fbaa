# 8 lines 5 code 3 comments 0 blanks
#[ one #[ two ]#
one ]#
let a = """raw " # no comment
""" # comment
let c = '"' # quote
let d = 1'i32 # a number
let e = r"C:\" # raw
