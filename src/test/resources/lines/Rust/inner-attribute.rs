#![doc = "2 lines 2 code 0 comments 0 blanks"]
fn main() {}
