# 5 lines 3 code 2 comments 0 blanks
a = <<EOT
# no comment
EOT
// comment
