// 12 lines 8 code 3 comments 1 blanks
class Door {
    String text = """
        /* no comment
        a \""" quote

        // nor this """; // but this
    char quote = '"'; /* and
    this */
    /** Javadoc. */
    char slash = '\''; String s = "\\"; // end
}
