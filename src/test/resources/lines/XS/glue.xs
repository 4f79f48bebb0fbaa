/* 6 lines 4 code 1 comments 1 blanks */
#include "perl.h"
MODULE = Door  PACKAGE = Door

int
open(door)
