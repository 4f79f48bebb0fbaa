// 13 lines 6 code 4 comments 3 blanks
%{ let pair a b = (a, b) %}

(* tokens (* with their letters *)
   and signs *)
%token <int> INT "1" // a number
%token COMMA ","

/* the start */
%start <int * int> main
%%

main: x = INT COMMA y = INT { pair x y } (* two *)
