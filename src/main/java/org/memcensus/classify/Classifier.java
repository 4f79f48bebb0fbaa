package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Suffixes.Suffix;
import org.memcensus.model.Classification;
import org.memcensus.model.Content;
import org.memcensus.model.ContentRule;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Safety;

/**
 * Finds out in which language a file is. Asked in this order; who is sure ends it, who is not narrows the choice:
 *
 * <ol>
 *   <li>the configuration, then {@code .gitattributes}
 *   <li>the bytes: binary or text
 *   <li>the whole file name
 *   <li>the first line, {@code #!}
 *   <li>the extension, and what is behind {@code .in} and the like
 *   <li>among languages that share it: what a second look at all files settled, the note to an editor, the files beside it,
 *       the content
 *   <li>the beginning of the file name
 *   <li>the note to an editor
 *   <li>Apache Tika
 * </ol>
 *
 * <p>Safe for use by several threads.
 */
public final class Classifier {
    private static final int TAIL = 1000;

    private static final String NOTED = "note to the editor";

    private final LanguageNames names;
    private final FileNames fileNames;
    private final Suffixes suffixes;
    private final Attributes attributes;
    private final Overrides overrides;
    private final TreeContext tree;
    private final Map<String, Result.Text> settled;

    /**
     * A classifier for one tree that no configuration speaks of.
     *
     * @param languages the language table under the policy in force
     * @param rules how to tell languages with the same extension apart
     * @param context what the tree holds
     * @param attributes its {@code .gitattributes}
     * @throws IllegalArgumentException if a rule names a language that is not in the table
     */
    public Classifier(List<Language> languages, List<ContentRule> rules, TreeContext context, Attributes attributes) {
        this(languages, rules, context, attributes, Overrides.NONE);
    }

    /**
     * A classifier for one tree with a configuration.
     *
     * @param languages the language table under the policy in force
     * @param rules how to tell languages with the same extension apart
     * @param context what the tree holds
     * @param attributes its {@code .gitattributes}
     * @param overrides the configuration, which goes before the attributes
     * @throws IllegalArgumentException if a rule names a language that is not in the table
     */
    public Classifier(
            List<Language> languages,
            List<ContentRule> rules,
            TreeContext context,
            Attributes attributes,
            Overrides overrides) {
        this.overrides = overrides;
        this.tree = context;
        this.settled = Map.of();
        this.names = new LanguageNames(languages);
        Map<String, Chooser> choosers = Chooser.all(rules, names, context);
        this.fileNames = new FileNames(languages, choosers);
        this.suffixes = new Suffixes(languages, choosers);
        this.attributes = attributes;
    }

    private Classifier(Classifier other, Map<String, Result.Text> settled) {
        this.settled = settled;
        overrides = other.overrides;
        tree = other.tree;
        names = other.names;
        fileNames = other.fileNames;
        suffixes = other.suffixes;
        attributes = other.attributes;
    }

    /**
     * The same classifier after a second look.
     *
     * @param languages what {@link SecondLook} settled, by path
     */
    public Classifier knowing(Map<String, Result.Text> languages) {
        return new Classifier(this, Map.copyOf(languages));
    }

    /** The language that people call so, in any case of letters; null where there is none. */
    public @Nullable Language known(String name) {
        return names.known(name);
    }

    /**
     * Classifies a file. One that the attributes call not detectable is not counted as code.
     *
     * @param path its path from the scanned root, with {@code /} between names
     * @param content its bytes
     */
    public Result classify(String path, Content content) {
        String given = overrides.language(path);
        if (given != null) {
            return text(names.named(given), "configuration");
        }
        Result result = decide(path, content);
        if (!attributes.isEmpty() && result instanceof Result.Text text && isUndetectable(path)) {
            return new Result.Text(new Classification(
                    text.classification().language(), Safety.NONE, ".gitattributes -linguist-detectable"));
        }
        return result;
    }

    /**
     * What decides about a file beside its path and its content: the configuration, the attributes, the files beside it.
     * While all of them are the same, so are its language and its role.
     *
     * @return a short text; the same for the same surroundings, empty for most files
     */
    public String circumstances(String path) {
        StringBuilder text = new StringBuilder();
        String given = overrides.language(path);
        RoleDecision role = overrides.role(path);
        if (given != null || role != null) {
            text.append("configuration ").append(given).append(' ').append(role);
        }
        if (!attributes.isEmpty()) {
            text.append(attributes.circumstances(path));
        }
        text.append(tree.around(path));
        Result.Text known = settled.get(path);
        if (known != null) {
            text.append("settled ").append(known.classification().language().name());
        }
        String rest = path;
        while (rest != null) {
            Chooser byName = fileNames.chooser(rest, rest.lastIndexOf('/') + 1);
            if (byName != null) {
                text.append(byName.circumstances(path));
            }
            Suffix suffix = suffixes.find(rest, rest.lastIndexOf('/') + 1);
            Chooser chooser = suffix == null ? null : suffix.chooser();
            if (suffix != null && chooser != null) {
                text.append(suffix.text()).append(chooser.circumstances(path));
            }
            rest = unwrapped(rest);
        }
        return text.toString();
    }

    /** A path without the ending that hides the one before it; null where it has none. */
    private static @Nullable String unwrapped(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 && Suffixes.WRAPPERS.contains(path.substring(dot))
                ? path.substring(0, dot)
                : null;
    }

    private boolean isUndetectable(String path) {
        Boolean detectable = attributes.detectable(path);
        return detectable != null && !detectable;
    }

    private Result decide(String path, Content content) {
        String said = attributes.language(path);
        if (said != null) {
            Language language = names.known(said);
            if (language != null) {
                return text(language, ".gitattributes linguist-language");
            }
        }
        if (Head.isBinary(content)) {
            return new Result.Binary("");
        }
        if (Head.startsWith(content, '%', 'P', 'D', 'F', '-')) {
            return new Result.Binary("application/pdf");
        }
        int name = path.lastIndexOf('/') + 1;
        Result.Text byName = fileNames.find(path, name);
        if (byName != null) {
            Chooser chooser = fileNames.chooser(path, name);
            Result.Text chosen = chooser == null ? null : chooser.choose(Head.text(content), path);
            return chosen == null ? unlessNoted(byName, content) : chosen;
        }
        Suffix suffix = suffixes.find(path, name);
        boolean script = Head.startsWith(content, '#', '!');
        if (suffix != null && suffix.decided() && !script) {
            return suffix.results().get(0);
        }
        if (script) {
            Result byProgram = byProgram(Head.firstLines(content), suffix);
            if (byProgram != null) {
                return byProgram;
            }
        }
        if (suffix != null && suffix.decided()) {
            return suffix.results().get(0);
        }
        if (suffix == null || suffix.chooser() == null || !suffix.chooser().otherwiseKnown()) {
            Result.Text byBeginning = fileNames.findBeginning(path, name);
            if (byBeginning != null) {
                return unlessNoted(byBeginning, content);
            }
        }
        if (suffix != null) {
            return among(suffix, path, content);
        }
        Result behind = behindWrapper(path, content);
        return behind != null ? behind : unknown(content);
    }

    /** A name of prose says little: {@code version} is a header of C++ too, and then says so to editors. */
    private Result unlessNoted(Result.Text byName, Content content) {
        boolean prose = byName.classification().language().type() == LanguageType.PROSE;
        Language noted = prose ? noted(content) : null;
        return noted == null ? byName : text(noted, NOTED);
    }

    private @Nullable Result byProgram(String head, @Nullable Suffix suffix) {
        String program = Shebang.program(head);
        Language language = program.isEmpty() ? null : names.runBy(program);
        if (language == null) {
            return null;
        }
        if (suffix != null && suffix.of(language) == null) {
            // One program may run several languages: node runs JavaScript and TypeScript.
            for (Result.Text result : suffix.results()) {
                if (result.classification().language().interpreters().contains(program)) {
                    return result;
                }
            }
        }
        if (suffix != null) {
            Result.Text shared = suffix.of(language);
            // A program often begins as a shell script that hands itself over, or is run by a program of another name.
            boolean mine = runsShell(language) && !head.contains("exec ") && !head.contains("$0");
            if (shared == null && suffix.decided() && !isShell(suffix) && !mine) {
                return suffix.results().get(0);
            }
        }
        return text(language, "#! " + program);
    }

    private static boolean isShell(Suffix suffix) {
        Language language = suffix.results().get(0).classification().language();
        return language.type() != LanguageType.PROGRAMMING || runsShell(language);
    }

    private static boolean runsShell(Language language) {
        return language.interpreters().contains("sh");
    }

    private Result among(Suffix suffix, String path, Content content) {
        Result.Text inner = inner(suffix, path);
        if (inner != null) {
            return inner;
        }
        Result.Text known = settled.isEmpty() ? null : settled.get(path);
        if (known != null
                && !(isCpp(known) && content.length() > 0 && Head.text(content).contains("__cplusplus"))) {
            return known;
        }
        Chooser chooser = suffix.chooser();
        if (chooser != null) {
            Result.Text byContext = chooser.byContext(path);
            if (byContext != null) {
                return byContext;
            }
        }
        Language noted = noted(content);
        if (noted != null && suffix.of(noted) != null) {
            return text(noted, NOTED);
        }
        if (chooser != null) {
            Result.Text chosen = chooser.choose(Head.text(content), path);
            if (chosen != null) {
                return chosen;
            }
        }
        return suffix.results().get(0);
    }

    /** A header that asks whether it is read as C++ is made for C too, whoever includes it here. */
    private static boolean isCpp(Result.Text result) {
        return result.classification().language().name().equals("C++");
    }

    /** For an ending that many languages share, one before it that a single language has: {@code table.c.inc}. */
    private Result.@Nullable Text inner(Suffix suffix, String path) {
        int end = path.length() - suffix.text().length();
        if (!Suffixes.WRAPPERS.contains(suffix.text()) || path.lastIndexOf('.', end - 1) <= path.lastIndexOf('/')) {
            return null;
        }
        String stem = path.substring(0, end);
        Suffix inner = suffixes.find(stem, stem.lastIndexOf('/') + 1);
        return inner != null && inner.decided() ? inner.results().get(0) : null;
    }

    private @Nullable Result behindWrapper(String path, Content content) {
        String unwrapped = unwrapped(path);
        if (unwrapped == null) {
            return null;
        }
        Result inner = decide(unwrapped, content);
        return inner instanceof Result.Text ? inner : null;
    }

    private Result unknown(Content content) {
        Language noted = noted(content);
        if (noted != null) {
            return text(noted, NOTED);
        }
        if (content.length() == 0) {
            return new Result.Unknown("empty");
        }
        String head = Head.text(content);
        String markup = TextShape.markup(head);
        if (!markup.isEmpty()) {
            return text(names.named(markup), "its first words");
        }
        String shape = TextShape.language(head);
        if (!shape.isEmpty()) {
            return text(names.named(shape), "its text");
        }
        // The case that most trees have: no need to load Tika's tables for it.
        if (Head.isNoise(content)) {
            return new Result.Binary("");
        }
        if (TextShape.isPlain(head) || Head.controls(content) == 0) {
            return new Result.Unknown("text in no known language");
        }
        MediaType type = MediaTypes.of(content);
        Language language = names.known(languageOf(type));
        if (language != null) {
            return text(language, "media type " + type);
        }
        boolean textual = type.getType().equals("text") || type.getSubtype().endsWith("+xml");
        return textual ? new Result.Unknown("media type " + type) : new Result.Binary(type.toString());
    }

    private @Nullable Language noted(Content content) {
        String noted = Modeline.language(Head.firstLines(content));
        if (noted.isEmpty()) {
            int start = Math.max(0, content.length() - TAIL);
            noted = Modeline.languageAtEnd(
                    new String(content.bytes(), start, content.length() - start, StandardCharsets.ISO_8859_1));
        }
        return noted.isEmpty() ? null : names.known(noted);
    }

    private static String languageOf(MediaType type) {
        String subtype = type.getSubtype();
        if (subtype.equals("xml") || subtype.endsWith("+xml")) {
            return "xml";
        }
        return subtype.startsWith("x-") ? subtype.substring(2) : subtype;
    }

    private static Result.Text text(Language language, String reason) {
        Safety safety = language.safety();
        return new Result.Text(new Classification(language, safety, reason));
    }
}
