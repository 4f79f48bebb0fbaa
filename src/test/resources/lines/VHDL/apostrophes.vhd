-- 5 lines 3 code 2 comments 0 blanks
a <= '"'; -- quote
if clk'event and b = '1' then -- attribute
c <= "-- no comment"; /* one
*/
