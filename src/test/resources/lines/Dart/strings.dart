// 5 lines 3 code 2 comments 0 blanks
var a = '''it's
// no comment'''; // comment
var b = "//"; /* one
*/
