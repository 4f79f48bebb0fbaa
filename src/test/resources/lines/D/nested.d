// 17 lines 12 code 5 comments 0 blanks
module door;
/+ one /+ two +/ still
   one +/
/* no /* nesting */
int a; /+ behind +/ int b;
auto s = `/* raw \`; // raw
auto r = r"\"; // ends at the second quote
auto q = q"(a "quoted" /+ thing)"; // delimited
auto h = q"END
// no comment
END"; /+ but this
+/
char c = '"';
auto t = q{
  int x = 1; // a comment in a token string
};
