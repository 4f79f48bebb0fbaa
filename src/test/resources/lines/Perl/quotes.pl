#!/usr/bin/perl -w 16 lines 14 code 1 comments 1 blanks
my $n = $#list; my $x = "#"; # last
my $s = q{it's # {nested} no comment}; # but this
$s =~ s/#"/'/g; # a substitution
$s =~ s{'}
        {"}x;
my @w = qw(# ' "); # words
print <<"EOT" . <<'RAW';
# no comment

EOT
# nor this
RAW
$s =~ tr/"/'/; my %h = (y => 1, s => 2); # keys
print $h{q}, $h{s}; # keys
if ($s =~ /['"#]/) { } # a pattern
