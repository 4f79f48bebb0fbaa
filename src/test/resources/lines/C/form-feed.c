/* 12 lines 5 code 4 comments 3 blanks */

int a;
	 

int digits = 1'000 + 0x1'0; // an apostrophe between digits
char c = L'"'; int d = '/*';
/**/ int e; /**/
/**//* */
/*/ still open
*/
int f = 4 /2/ 1;
