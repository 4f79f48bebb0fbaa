<?php // 18 lines 14 code 3 comments 1 blanks
# comment
$a = 'it\'s # no comment';
$b = <<<EOT
# no comment
/* nor this

EOT;
$c = <<<'RAW'
  // no comment
  RAW; // but this
/* and
this */
$d = "a // b
# c"; // d
?>
<p>It's # text /* all of it</p>
<?= $a /* comment */ ?>
