// 7 lines 3 code 3 comments 1 blanks
-- a node
sig Node { next: set Node }

/* block */
pred p { some Node } // end
run p
