package org.memcensus.classify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.ContentRule;
import org.memcensus.model.Language;
import org.memcensus.model.Safety;

/** A content rule that is ready for use: tells the languages of an extension apart. */
final class Chooser {
    /** A mark in the text counts more than a file beside it, which counts more than one elsewhere in the tree. */
    private static final int HINT = 4;

    private static final int IN_DIRECTORY = 3;
    private static final int IN_TREE = 1;

    /** A choice is alone in a tree if the files of the others are fewer than one in this many. */
    private static final int ALONE = 50;

    private final boolean contextFirst;
    private final List<Choice> choices = new ArrayList<>();
    private final @Nullable Language otherwise;

    /**
     * Makes a rule ready.
     *
     * @param languages finds a language by its name
     */
    Chooser(ContentRule rule, LanguageNames languages) {
        contextFirst = rule.contextFirst();
        otherwise = rule.otherwise().isEmpty() ? null : languages.named(rule.otherwise());
        for (ContentRule.Choice choice : rule.choices()) {
            choices.add(new Choice(
                    languages.named(choice.language()),
                    choice.safety(),
                    marks(choice.sure()),
                    marks(choice.hints()),
                    marks(choice.never()),
                    choice.beside()));
        }
    }

    /** Whether it always has an answer. */
    boolean otherwiseKnown() {
        return otherwise != null;
    }

    /** What the surroundings alone decide; null where they do not. */
    @Nullable
    Classification byContext(String path, TreeContext context) {
        if (!contextFirst) {
            return null;
        }
        int tree = 0;
        int near = 0;
        for (Choice choice : choices) {
            tree += context.inTree(choice.beside);
            near += context.inDirectory(path, choice.beside);
        }
        for (Choice choice : choices) {
            int own = context.inTree(choice.beside);
            if (own > (tree - own) * ALONE && near == context.inDirectory(path, choice.beside)) {
                return choice.classification("files beside it");
            }
        }
        return null;
    }

    /** What the text decides, helped by the surroundings; null where nothing speaks for any choice. */
    @Nullable
    Classification choose(String head, String path, TreeContext context) {
        Choice best = null;
        int bestScore = 0;
        String bestReason = "";
        for (Choice choice : choices) {
            if (first(choice.never, head) != null) {
                continue;
            }
            Mark sure = first(choice.sure, head);
            if (sure != null) {
                return choice.classification("content");
            }
            int hints = 0;
            for (Mark mark : choice.hints) {
                hints += mark.found(head) ? 1 : 0;
            }
            int score = hints * HINT
                    + (context.inDirectory(path, choice.beside) > 0 ? IN_DIRECTORY : 0)
                    + (context.inTree(choice.beside) > 0 ? IN_TREE : 0);
            if (score > bestScore) {
                best = choice;
                bestScore = score;
                bestReason = hints > 0 ? "content" : "files beside it";
            }
        }
        if (best != null) {
            return best.classification(bestReason);
        }
        return otherwise == null
                ? null
                : new Classification(otherwise, otherwise.safety(), "as most files of its name");
    }

    private static @Nullable Mark first(List<Mark> marks, String head) {
        for (Mark mark : marks) {
            if (mark.found(head)) {
                return mark;
            }
        }
        return null;
    }

    private static List<Mark> marks(List<String> expressions) {
        return expressions.stream().map(Mark::new).toList();
    }

    private record Choice(
            Language language,
            @Nullable Safety safety,
            List<Mark> sure,
            List<Mark> hints,
            List<Mark> never,
            List<String> beside) {
        Classification classification(String reason) {
            return new Classification(language, safety == null ? language.safety() : safety, reason);
        }
    }
}
