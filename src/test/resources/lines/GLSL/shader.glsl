// 4 lines 2 code 2 comments 0 blanks
#version 330
void main() { } /* one
*/
