// 9 lines 5 code 3 comments 1 blanks
/* one /* two */ one */
let a = #"raw " \" // no comment"# // comment
let b = """
  // no comment

  """ /* but
  this */
let c = ##"a "# b"## // end
