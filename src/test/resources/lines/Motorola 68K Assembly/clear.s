; 4 lines 2 code 2 comments 0 blanks
* a star in the first column
	moveq #0,d0 ; clear
	rts
