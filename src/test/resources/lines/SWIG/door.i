// 6 lines 4 code 2 comments 0 blanks
%module door
/* what is wrapped */
%{
#include "door.h"
%}
