// 6 lines 3 code 3 comments 0 blanks
/* one /* two */ one
*/
val a = """raw " // no comment
"""
val c = '"'; val s = 'symbol // comment
