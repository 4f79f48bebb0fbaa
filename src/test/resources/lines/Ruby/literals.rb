# 24 lines 17 code 5 comments 2 blanks
=begin
puts "no code"

=end of it
puts <<~EOT, 'it' # both
  # no comment

  "an open quote
EOT
a = %w[# it's] # words
b = /["']#/ # a pattern
c = ?" # a character
d = "#{a} # no comment" # but this
e = %q(it's # (nested) no comment)
f = x % y # rest
class << self # no here-document
end
g = <<-"A B", <<B
# one
  A B
# two
B
# end
