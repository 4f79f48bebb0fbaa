# 33 lines 22 code 7 comments 4 blanks
# -*- coding: utf-8 -*-

"the docstring of the module"
"a string that does nothing"
import os

"""
after the imports: no docstring
"""


def f(
    a,
) -> int:  # a comment: with a colon
    # and one between
    """the docstring of the function"""
    x = 1
    "no docstring"
    if a:
        "none either"
    else:
        """
        nor this
        """
    return x
class Door:
    'the docstring of the class'
    width = 1
    """of an attribute, which Python does not keep"""
    def g(self): # :
        u"of g"
        return {"#": 1}
