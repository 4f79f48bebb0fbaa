// 4 lines 2 code 2 comments 0 blanks
module BlinkC { /* uses
  the timer */
}
