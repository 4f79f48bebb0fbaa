// 5 lines 3 code 2 comments 0 blanks
%%{
machine door; /* two states
 */
}%%
