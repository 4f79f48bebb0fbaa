@rem 5 lines 2 code 3 comments 0 blanks
REM it's a comment
:: and this
echo remark & echo ::
set a=b
