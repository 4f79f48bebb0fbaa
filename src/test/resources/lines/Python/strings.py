# 26 lines 15 code 8 comments 3 blanks
"""Module docstring

# of three lines
"""

import os
text = """a value
# no comment

"""
def f(a="#", b='"'):
    'one line'
    return a + "it's # nothing" + 'say "hi"'  # comment
class Door:
    r"""A docstring with \""" inside.
    """
    call("""an argument
    # no comment""")
    names = [
        "no docstring",
    ]
    joined = "a" \
        "b"
    # end
    x = f"{a!r} # {b}"
