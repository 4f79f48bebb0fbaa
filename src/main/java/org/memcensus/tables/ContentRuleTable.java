package org.memcensus.tables;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.ContentRule;
import org.memcensus.model.ContentRule.Choice;
import org.memcensus.model.Safety;
import org.memcensus.model.UsageException;

/** Reads the rules that tell languages with the same extension apart. */
public final class ContentRuleTable {
    private ContentRuleTable() {}

    /** Every rule, sorted by its first extension. */
    public static List<ContentRule> read() {
        return List.copyOf(Tables.list("content-rules", ContentRuleTable::rule));
    }

    private static ContentRule rule(Entry entry) throws UsageException {
        List<Choice> choices = new ArrayList<>();
        for (Entry choice : entry.entries("choices")) {
            choices.add(new Choice(
                    choice.text("language"),
                    choice.has("safety") ? choice.word("safety", Safety.class) : null,
                    choice.texts("sure"),
                    choice.texts("hints"),
                    choice.texts("never"),
                    choice.texts("beside"),
                    choice.texts("perhaps")));
            choice.end();
        }
        return new ContentRule(
                entry.texts("extensions"),
                choices,
                entry.text("otherwise", ""),
                entry.flag("context-first", false),
                entry.flag("in-code", false));
    }
}
