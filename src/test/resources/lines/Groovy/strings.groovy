// 5 lines 3 code 2 comments 0 blanks
def a = '''it's
// no comment''' // comment
def b = "//" /* one
*/
