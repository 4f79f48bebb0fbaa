// 4 lines 2 code 2 comments 0 blanks
assign a = 8'hff; // a number
assign b = "/*"; /* one
*/
