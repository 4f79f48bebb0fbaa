# 15 lines 3 code 7 comments 5 blanks
package Door;

=head1 NAME

It's "prose

=cut

sub open { 1 } # call
=for comment
this

=cut
1;
