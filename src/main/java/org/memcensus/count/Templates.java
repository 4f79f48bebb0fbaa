package org.memcensus.count;

/** Reads template literals with code inside, and counts the brackets of that code. */
final class Templates {
    /** Templates nest in code and code in templates; deeper than this is an attack, not a program. */
    private static final int MAX_TEMPLATES = 64;

    private final CountingPass pass;
    private final byte[] b;
    private final int end;
    private final int[] braces = new int[MAX_TEMPLATES];
    private int templates;

    Templates(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
    }

    /** Counts brackets: of Python, for docstrings; of JavaScript, for the end of code inside a template. */
    void bracket() {
        byte c = b[pass.i];
        if (templates > 0 && c == '}' && braces[templates - 1] == 0) {
            pass.leaveCode(pass.i);
            pass.plain();
            templates--;
            readTemplate();
            return;
        }
        pass.plain();
        int step = c == '{' || c == '(' || c == '[' ? 1 : -1;
        pass.depth = Math.max(0, pass.depth + step);
        if (templates > 0) {
            braces[templates - 1] += step;
        }
    }

    /** Reads a template literal up to its end, or to code inside it. */
    void template() {
        if (pass.isEscaped()) {
            pass.plain();
            return;
        }
        pass.leaveCode(pass.i);
        pass.plain();
        readTemplate();
    }

    private void readTemplate() {
        while (pass.i < end) {
            byte c = b[pass.i];
            if (c == '\\') {
                pass.walk(Math.min(pass.i + 2, end), false);
            } else if (c == '`') {
                pass.plain();
                break;
            } else if (c == '$' && pass.i + 1 < end && b[pass.i + 1] == '{' && templates < MAX_TEMPLATES) {
                pass.walk(pass.i + 2, false);
                braces[templates++] = 0;
                break;
            } else {
                pass.walk(pass.i + 1, false);
            }
        }
        pass.enterCode(true);
    }
}
