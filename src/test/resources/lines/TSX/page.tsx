// 5 lines 2 code 3 comments 0 blanks
const a = <p>Don't // this is text</p>;
const b = <p>{/* a comment */}</p>;
/* end
*/
