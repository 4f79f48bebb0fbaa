// 10 lines 7 code 2 comments 1 blanks
const a = "// no comment";
const b =
    \\// a line of text
    \\"and another
;
/// documentation
const c = '"'; // quote

const d = '\'';
