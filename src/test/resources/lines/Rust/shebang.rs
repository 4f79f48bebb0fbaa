#!/usr/bin/env run-cargo-script 2 lines 1 code 1 comments 0 blanks
fn main() {}
