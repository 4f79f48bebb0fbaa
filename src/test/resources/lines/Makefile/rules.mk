# 7 lines 6 code 1 comments 0 blanks
all: a.o # comment
	echo "it's" '# comment for make'
	(echo '#include <a.h>'; \
	cat b.h) > c.h
define text
endef
