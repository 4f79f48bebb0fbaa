package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a CMake file into commands. Whatever is no command is skipped. */
final class CMakeLexer {
    private final String text;
    private int at;
    private int line = 1;

    private CMakeLexer(String text) {
        this.text = text;
    }

    /** The commands of a file, in order. */
    static List<CMakeCommand> commands(String text) {
        return new CMakeLexer(text).commands();
    }

    private List<CMakeCommand> commands() {
        List<CMakeCommand> commands = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                comment();
            } else if (isName(c)) {
                int start = at;
                int first = line;
                while (at < text.length() && isName(text.charAt(at))) {
                    at++;
                }
                String name = text.substring(start, at);
                while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                    at++;
                }
                if (at < text.length() && text.charAt(at) == '(') {
                    at++;
                    commands.add(new CMakeCommand(name.toLowerCase(Locale.ROOT), arguments(), first));
                }
            } else {
                step();
            }
        }
        return commands;
    }

    private static boolean isName(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private void step() {
        if (text.charAt(at) == '\n') {
            line++;
        }
        at++;
    }

    private void skipTo(int end) {
        while (at < end) {
            step();
        }
    }

    private void comment() {
        at++;
        if (bracket() == null) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
    }

    /** Reads a bracket argument that starts here, and gives its text; null where none starts. */
    private @Nullable String bracket() {
        if (at >= text.length() || text.charAt(at) != '[') {
            return null;
        }
        int open = at + 1;
        while (open < text.length() && text.charAt(open) == '=') {
            open++;
        }
        if (open >= text.length() || text.charAt(open) != '[') {
            return null;
        }
        String close = "]" + "=".repeat(open - at - 1) + "]";
        int end = text.indexOf(close, open + 1);
        String inside = text.substring(open + 1, end < 0 ? text.length() : end);
        skipTo(end < 0 ? text.length() : end + close.length());
        return inside;
    }

    private List<CMakeCommand.Argument> arguments() {
        List<CMakeCommand.Argument> arguments = new ArrayList<>();
        int depth = 1;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at);
            if (c == '#') {
                comment();
            } else if (c == '(') {
                depth++;
                at++;
            } else if (c == ')') {
                depth--;
                at++;
            } else if (c == '"') {
                arguments.add(quoted());
            } else if (Character.isWhitespace(c) || c == ';') {
                step();
            } else {
                String bracket = bracket();
                arguments.add(bracket == null ? unquoted() : CMakeCommand.Argument.literal(bracket));
            }
        }
        return arguments;
    }

    private CMakeCommand.Argument quoted() {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
                if (c != '\n') {
                    inside.append(c == 'n' || c == 't' ? ' ' : c);
                }
            } else {
                inside.append(c);
            }
            step();
        }
        at++;
        return CMakeCommand.Argument.of(inside.toString(), true);
    }

    private CMakeCommand.Argument unquoted() {
        StringBuilder inside = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                inside.append(text.charAt(at));
            } else if (Character.isWhitespace(c) || c == '(' || c == ')' || c == '"' || c == '#') {
                break;
            } else {
                inside.append(c);
            }
            step();
        }
        return CMakeCommand.Argument.of(inside.toString(), false);
    }
}
