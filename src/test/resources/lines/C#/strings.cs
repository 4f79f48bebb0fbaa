// 14 lines 11 code 2 comments 1 blanks
var a = @"C:\"; // ends at the second quote
var b = @"a ""quote"" /* no comment
// nor this";
var c = """
    a " and "" // no comment

    """;
var d = $@"{x} \"; /* one
*/
var e = @"""quoted"" // still"; // behind
var f = $"{x} // \" no"; char g = '"'; // comment
#region "Door"
var h = """"a """ b /*""""; /* c */
