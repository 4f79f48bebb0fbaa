// 5 lines 3 code 2 comments 0 blanks
#import "door.h"
std::string s = R"(/*)"; /* here
it is */
NSString *t = @"//";
