# 7 lines 4 code 2 comments 1 blanks
var a = 'one
# two, it''s inside'
echo a#b

# it's a remark
echo $a # done
