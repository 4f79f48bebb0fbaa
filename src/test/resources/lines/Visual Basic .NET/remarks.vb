' 4 lines 2 code 2 comments 0 blanks
Dim a = "' no ""comment" ' comment
REM comment
Dim remark = 1
