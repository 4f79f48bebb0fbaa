// 8 lines 5 code 2 comments 1 blanks
#import <Foundation/Foundation.h>

@interface Door : NSObject /* "
*/
@property NSString *name; // @"
@end
NSString *text = @"/* no \" comment";
