#!/usr/bin/env node // 7 lines 5 code 1 comments 1 blanks
const a = /[/*]"/g; // a pattern
const b = `text // no comment
/* nor this

${ f({ x: `inner ${1 /* here */}` }) } // text
`.length; // not text
