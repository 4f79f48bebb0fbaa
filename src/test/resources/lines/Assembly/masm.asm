; 8 lines 5 code 2 comments 1 blanks
.code
start: mov eax, 1 ; one
; two
msg db "; no comment", 'it;', 0

%define X '"'
end start
