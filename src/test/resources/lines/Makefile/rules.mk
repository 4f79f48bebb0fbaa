# 7 lines 4 code 3 comments 0 blanks
all: a.o # comment
	echo "it's" '# comment for make'
# goes on \
  to here
define text
endef
