@ 6 lines 3 code 3 comments 0 blanks
	mov r0, #1 @ one
	@ two
	ldr r1, [r0, #4] // three
; four
	bx lr
