# 6 lines 2 code 4 comments 0 blanks
#|{
Role shape
}
role Shape { } #= trailing
my $x = 1;
