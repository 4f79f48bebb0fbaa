# 9 lines 6 code 3 comments 0 blanks
cdef class Door:
    """A docstring
    of two lines."""
    cdef int n  # state
    text = """a value
# of three lines
    """
    def f(self): return '#'
