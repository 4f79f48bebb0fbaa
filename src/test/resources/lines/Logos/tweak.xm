// 5 lines 3 code 2 comments 0 blanks
%hook Door
- (void)open { %orig; } /* and
go on */
%end
