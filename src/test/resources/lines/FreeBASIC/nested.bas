' 6 lines 2 code 4 comments 0 blanks
/' one /' two '/ one '/
Print "' no comment" ' but this
REM and this
rem too
Dim remark As Integer
