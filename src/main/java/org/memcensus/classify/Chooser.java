package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.ContentRule;
import org.memcensus.model.Language;
import org.memcensus.model.Safety;

/** A content rule that is ready for use: tells the languages of an extension apart. */
final class Chooser {
    /** The reason where the text decides. */
    static final String CONTENT = "content";

    /** The reason where the files beside it decide, or those of the tree. */
    static final String NEIGHBOURS = "files beside it";

    /** The reason where nothing speaks for any language. */
    static final String USUAL = "as most files of its name";

    /** A mark in the text counts more than most files beside it, and these more than most files of the tree. */
    private static final int HINT = 4;

    private static final int IN_DIRECTORY = 3;
    private static final int IN_TREE = 1;

    /** A tree speaks for a choice if the files of the others are fewer than one in this many. */
    private static final int MOST = 4;

    /** A choice is alone in a tree if the files of the others are fewer than one in this many. */
    private static final int ALONE = 50;

    private final List<Choice> choices = new ArrayList<>();
    private final @Nullable Language otherwise;
    private final boolean inCode;
    private final Result.@Nullable Text usual;
    private final TreeContext context;

    /** Number of files in the tree that speak for any choice. */
    private final int tree;

    /** Whether the surroundings are asked before the text. */
    private final boolean contextFirst;

    private final Map<String, Surroundings> byDirectory = new ConcurrentHashMap<>();

    /**
     * What the tree says in one directory.
     *
     * @param decided what it decides by itself; null where it does not
     * @param points for each choice, how much it speaks for it
     */
    private record Surroundings(Result.@Nullable Text decided, List<Integer> points) {}

    /**
     * Makes a rule ready.
     *
     * @param languages finds a language by its name
     * @param context what the tree holds
     */
    Chooser(ContentRule rule, LanguageNames languages, TreeContext context) {
        this.context = context;
        inCode = rule.inCode();
        contextFirst = rule.contextFirst();
        otherwise = rule.otherwise().isEmpty() ? null : languages.named(rule.otherwise());
        usual = otherwise == null ? null : text(otherwise, otherwise.safety(), USUAL);
        int speaking = 0;
        for (ContentRule.Choice choice : rule.choices()) {
            Choice ready = new Choice(languages.named(choice.language()), choice, context);
            choices.add(ready);
            speaking += ready.inTree + context.inTree(ready.perhaps);
        }
        tree = speaking;
    }

    /** A chooser for each extension and each whole file name that a rule speaks of. */
    static Map<String, Chooser> all(List<ContentRule> rules, LanguageNames languages, TreeContext context) {
        Map<String, Chooser> choosers = new HashMap<>();
        for (ContentRule rule : rules) {
            Chooser chooser = new Chooser(rule, languages, context);
            for (String extension : rule.extensions()) {
                choosers.put(extension, chooser);
            }
        }
        return choosers;
    }

    /** Whether it always has an answer. */
    boolean otherwiseKnown() {
        return otherwise != null;
    }

    /** What the surroundings alone decide; null where they do not. */
    Result.@Nullable Text byContext(String path) {
        return contextFirst ? surroundings(path).decided() : null;
    }

    /** What the surroundings of a file say, in a short form: while it is the same, they speak for the same. */
    String circumstances(String path) {
        Surroundings near = surroundings(path);
        Result.Text decided = near.decided();
        return near.points()
                + (decided == null ? "" : decided.classification().language().name());
    }

    private Surroundings surroundings(String path) {
        return byDirectory.computeIfAbsent(path.substring(0, Math.max(0, path.lastIndexOf('/'))), this::look);
    }

    private Surroundings look(String directory) {
        int mostNear = 1;
        for (Choice choice : choices) {
            mostNear = Math.max(mostNear, context.inDirectory(directory, choice.beside));
        }
        List<Integer> points = new ArrayList<>(choices.size());
        for (Choice choice : choices) {
            points.add((context.inDirectory(directory, choice.beside) == mostNear ? IN_DIRECTORY : 0)
                    + (choice.inTree > (tree - choice.inTree) * MOST ? IN_TREE : 0));
        }
        return new Surroundings(contextFirst ? decided(directory) : null, points);
    }

    private Result.@Nullable Text decided(String directory) {
        int near = 0;
        for (Choice choice : choices) {
            near += context.inDirectory(directory, choice.beside) + context.inDirectory(directory, choice.perhaps);
        }
        for (Choice choice : choices) {
            int own = choice.inTree;
            if (own > (tree - own) * ALONE && near == context.inDirectory(directory, choice.beside)) {
                return choice.neighbours;
            }
        }
        return null;
    }

    /** What the text decides, helped by the surroundings; null where nothing speaks for any choice. */
    Result.@Nullable Text choose(String head, String path) {
        Sight sight = new Sight(head, inCode);
        List<Integer> points = surroundings(path).points();
        Choice best = null;
        int bestScore = 0;
        boolean byText = false;
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            if (found(choice.never, sight)) {
                continue;
            }
            if (found(choice.sure, sight)) {
                return choice.content;
            }
            int hints = 0;
            for (Mark mark : choice.hints) {
                hints += mark.found(sight) ? 1 : 0;
            }
            int score = hints * HINT + points.get(i);
            if (score > bestScore) {
                best = choice;
                bestScore = score;
                byText = hints > 0;
            }
        }
        if (best != null) {
            return byText ? best.content : best.neighbours;
        }
        return usual;
    }

    private static boolean found(List<Mark> marks, Sight sight) {
        for (Mark mark : marks) {
            if (mark.found(sight)) {
                return true;
            }
        }
        return false;
    }

    private static Result.Text text(Language language, Safety safety, String reason) {
        return new Result.Text(new Classification(language, safety, reason));
    }

    /** A language with its marks and its finished results. */
    private static final class Choice {
        private final List<Mark> sure;
        private final List<Mark> hints;
        private final List<Mark> never;
        private final List<String> beside;
        private final List<String> perhaps;
        private final int inTree;
        private final Result.Text content;
        private final Result.Text neighbours;

        Choice(Language language, ContentRule.Choice choice, TreeContext context) {
            Safety safety = choice.safety() == null ? language.safety() : choice.safety();
            sure = marks(choice.sure());
            hints = marks(choice.hints());
            never = marks(choice.never());
            beside = choice.beside();
            perhaps = choice.perhaps();
            inTree = context.inTree(beside);
            content = text(language, safety, CONTENT);
            neighbours = text(language, safety, NEIGHBOURS);
        }

        private static List<Mark> marks(List<String> expressions) {
            List<Mark> marks = new ArrayList<>(expressions.size());
            for (String expression : expressions) {
                marks.add(new Mark(expression));
            }
            return marks;
        }
    }
}
