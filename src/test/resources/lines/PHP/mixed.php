<html> <!-- 4 lines 4 code 0 comments 0 blanks -->
it's text // here
<?php
// comment ?>
