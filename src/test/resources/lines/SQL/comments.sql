-- 5 lines 2 code 3 comments 0 blanks
SELECT '-- no comment', "/*" -- comment
/* one
   two */
FROM a WHERE b = 'it''s /* text';
