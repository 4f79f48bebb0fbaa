package org.memcensus.modules;

/**
 * A make file while it is read with all that it includes.
 *
 * @param path the file that make is started with
 * @param directory the directory that its file names are relative to
 * @param variables its variables
 */
record MakeFile(String path, String directory, MakeVariables variables) {
    /** Characters that may be put in for the marks of one text: more than any list has. */
    private static final long MOST_PUT_IN = 1L << 20;

    /** A text in which Automake's marks for the place of an included file ({@code %D%}, {@code %C%}) are put in. */
    static String relative(String text, String including, MakeFile file) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        String place = TreePath.parent(including);
        String base = file.directory();
        String directory = TreePath.within(place, base) && !place.equals(base)
                ? place.substring(base.isEmpty() ? 0 : base.length() + 1)
                : ".";
        if (text.chars().filter(c -> c == '%').count() * directory.length() > MOST_PUT_IN) {
            return "";
        }
        String name = canonical(directory.equals(".") ? "" : directory);
        return text.replace("%D%", directory)
                .replace("%reldir%", directory)
                .replace("%C%_", name.isEmpty() ? "" : name + "_")
                .replace("%canon_reldir%_", name.isEmpty() ? "" : name + "_");
    }

    /** A name as Automake writes it in variables: letters, digits and {@code _}. */
    static String canonical(String name) {
        StringBuilder canonical = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || c == '@');
            canonical.append(kept ? c : '_');
        }
        return canonical.toString();
    }
}
