# 8 lines 5 code 2 comments 1 blanks
echo 'one
# two, it''s inside
'
set-option global a#b c

# a remark's end
echo done # and one more
