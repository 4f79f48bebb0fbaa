MODULE = Quick  PACKAGE = Quick

int
quick_perl(value)
    int value
