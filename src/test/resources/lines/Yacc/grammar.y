/* 11 lines 7 code 3 comments 1 blanks */
%{
#include <stdio.h> // header
%}
%token NUMBER

%%
/* rules
   follow */
line: NUMBER '+' NUMBER { puts("/*"); }
    ;
