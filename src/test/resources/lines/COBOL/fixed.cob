      * 5 lines 2 code 2 comments 1 blanks
      IDENTIFICATION DIVISION.
      / a page

          DISPLAY "*> it's none". *> comment
