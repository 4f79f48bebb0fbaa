/* 17 lines 10 code 6 comments 1 blanks */
#include <linux/linkage.h>
# a comment of the assembler

#include is a word of the preprocessor, includes is not: see the next line
#includes nothing
#ifdef CONFIG_X
# define ONE 1
#endif
// of the preprocessor
SYM_FUNC_START(f) /* entry
  of f */
	movl $'"', %eax # a quote
	cmpb $'/', (%rsi) /* a slash */
	.ascii "/* no comment"
	# the end
	ret; nop
