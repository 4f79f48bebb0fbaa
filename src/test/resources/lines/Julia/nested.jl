# 9 lines 6 code 3 comments 0 blanks
#= one #= two =#
one =#
a = "# no comment" # comment
b = A' * B' # transposed
c = """
# no comment
"""
d = '"' # quote
