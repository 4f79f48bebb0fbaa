//! 15 lines 10 code 5 comments 0 blanks
#![allow(unused)]
/* one /* two */
still one */
fn f<'a>(x: &'a str) -> char { '"' } // lifetimes
const A: &str = r#"a " quote // no comment
/* nor this"#;
const B: &str = "a \
    // no comment
"; /* but this */
const C: &[u8] = br##"#"# /*"##;
const D: char = '\''; const E: u8 = b'"'; /*
*/
let r#type = 1; let s = "r"; // "
/// documentation
