package org.memcensus.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.LineSyntax.BlockComment;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.LineSyntax.LineComment;
import org.memcensus.model.LineSyntax.Quote;
import org.memcensus.model.LineSyntax.Where;
import org.memcensus.model.UsageException;

/** Reads the table of comment and string syntaxes that languages share. */
public final class SyntaxTable {
    private SyntaxTable() {}

    /** Every syntax, sorted by name. */
    public static List<LineSyntax> read() {
        return List.copyOf(Tables.list("syntaxes", SyntaxTable::syntax));
    }

    private static LineSyntax syntax(Entry entry) throws UsageException {
        List<LineComment> lines = new ArrayList<>();
        lineComments(entry, "line", Where.ANYWHERE, lines);
        lineComments(entry, "word", Where.WORD, lines);
        lineComments(entry, "line-start", Where.LINE_START, lines);
        lineComments(entry, "column-1", Where.COLUMN_1, lines);
        List<BlockComment> blocks = new ArrayList<>();
        for (Entry block : entry.entries("block")) {
            blocks.add(new BlockComment(
                    block.text("open"),
                    block.text("close"),
                    block.flag("nested", false),
                    block.has("where") ? block.word("where", Where.class) : Where.ANYWHERE));
            block.end();
        }
        List<Quote> quotes = new ArrayList<>();
        for (Entry quote : entry.entries("quotes")) {
            quotes.add(new Quote(
                    quote.text("open"),
                    quote.text("close", quote.text("open")),
                    quote.has("escape") ? quote.word("escape", Escape.class) : Escape.NONE,
                    quote.flag("multiline", false)));
            quote.end();
        }
        return new LineSyntax(
                entry.text("name"), lines, blocks, quotes, new HashSet<>(entry.words("features", Feature.class)));
    }

    private static void lineComments(Entry entry, String key, Where where, List<LineComment> lines)
            throws UsageException {
        for (String token : entry.texts(key)) {
            lines.add(new LineComment(token, where));
        }
    }
}
