// 13 lines 9 code 3 comments 1 blanks
auto a = R"(/* no comment
// nor this

)";
auto b = R"x(a )" b " /*
)x"; // behind it
auto c = u8R"--(//)--"; /* and
here */
auto d = LR"(")"; int e = 1'000'000; char f = '\'';
int R = 1; auto g = FOOR"(plain"; // one line
// R"(
int h;
