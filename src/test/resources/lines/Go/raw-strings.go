// 12 lines 9 code 2 comments 1 blanks
package main
var a = `raw " \` // behind
var b = `
// no comment
/* nor this

` /* but
this */
var r = '"' // a rune
var q = '`'
var c = '\''
