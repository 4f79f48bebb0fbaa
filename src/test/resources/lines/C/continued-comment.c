// 8 lines 2 code 6 comments 0 blanks
// this goes on \
   int not_code;
int code;
// and this ends with two \\
int not_code_either;
int more; // behind code, it goes on \
   to here
