// 8 lines 5 code 3 comments 0 blanks
type A<T> = { a: T }; /* one
two */
const r = s.replace(/'/g, "//"); // quote
const n = a / b / c; // division
const t = `a ${b ? `c` : "`"} d`; /* all
 of it */
if (/`/.test(s)) { return /"/; }
