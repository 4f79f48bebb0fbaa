// 7 lines 4 code 3 comments 0 blanks
/* one /* two */
one */
val a = """raw " \ // no comment
/* nor this
""" // but this
val c = '"' // quote
