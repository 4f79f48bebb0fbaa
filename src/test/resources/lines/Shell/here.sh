# 21 lines 18 code 2 comments 1 blanks
cat <<EOF # comment
# no comment

it's text
EOF
cat <<-'END' | sed 's/#//'
# no comment
	END
echo $# "${a#b}" x#y # comment
a=$((1<<n)); b='#'
echo 'it
# no comment' # comment
cat <<A; cat <<\B
# one
A
# two
B
# end
cat <<< "word" # here-string
echo $'it\'s # text' "a\"b" \' # end
