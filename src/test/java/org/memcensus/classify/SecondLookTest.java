package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.classify.SecondLook.Read;
import org.memcensus.model.Classification;
import org.memcensus.model.Content;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.tables.ContentRuleTable;
import org.memcensus.tables.LanguageTable;

class SecondLookTest {
    private static final List<Language> TABLE = LanguageTable.read().languages();
    private final List<Read> files = new ArrayList<>();

    private void read(String path, String language, String reason, String... includes) {
        Language found = TABLE.stream()
                .filter(other -> other.name().equals(language))
                .findFirst()
                .orElseThrow();
        List<Include> headers =
                List.of(includes).stream().map(name -> new Include(name, false)).toList();
        files.add(new Read(
                new CountedFile(
                        path,
                        found,
                        found.safety(),
                        Role.CORE,
                        1,
                        LineCounts.NONE,
                        new FileFacts(List.of(), headers, List.of())),
                new Classification(found, found.safety(), reason)));
    }

    private Map<String, String> settled() {
        Map<String, String> languages = new TreeMap<>();
        SecondLook.at(files)
                .forEach((path, result) ->
                        languages.put(path, result.classification().language().name()));
        return languages;
    }

    @Test
    void a_header_that_only_cpp_files_include_is_cpp() {
        read("include/a.h", "C", Chooser.USUAL);
        read("src/a.cpp", "C++", "extension .cpp", "a.h");
        read("other/b.c", "C", "extension .c", "b.h");
        assertEquals(Map.of("include/a.h", "C++"), settled());
    }

    @Test
    void a_header_that_a_c_file_includes_is_c_whoever_else_does() {
        read("lib/a.h", "C++", Chooser.NEIGHBOURS);
        read("lib/a.cpp", "C++", "extension .cpp", "a.h");
        read("app/b.c", "C", "extension .c", "../lib/a.h");
        assertEquals(Map.of("lib/a.h", "C"), settled());
    }

    @Test
    void a_header_of_c_that_both_include_stays_c() {
        read("include/a.h", "C", Chooser.USUAL);
        read("src/a.cpp", "C++", "extension .cpp", "a.h");
        read("src/b.c", "C", "extension .c", "a.h");
        assertEquals(Map.of(), settled());
    }

    @Test
    void a_header_is_reached_by_way_of_another() {
        read("include/x/a.h", "C", Chooser.USUAL, "x/b.h");
        read("include/x/b.h", "C", Chooser.USUAL);
        read("src/a.cpp", "C++", "extension .cpp", "x/a.h");
        read("other/b.c", "C", "extension .c");
        assertEquals(Map.of("include/x/a.h", "C++", "include/x/b.h", "C++"), settled());
    }

    @Test
    void what_the_text_of_a_header_decided_stays() {
        read("a.h", "C++", Chooser.CONTENT);
        read("b.c", "C", "extension .c", "a.h");
        read("c.cpp", "C++", "extension .cpp");
        assertEquals(Map.of(), settled());
    }

    @Test
    void an_include_that_can_mean_several_headers_makes_none_of_them_cpp() {
        read("one/a.h", "C", Chooser.USUAL);
        read("two/a.h", "C", Chooser.USUAL);
        read("src/a.cpp", "C++", "extension .cpp", "a.h");
        read("other/b.c", "C", "extension .c");
        assertEquals(Map.of(), settled());
        read("two/b.cpp", "C++", "extension .cpp", "a.h");
        assertEquals(Map.of("two/a.h", "C++"), settled());
    }

    @Test
    void a_name_that_only_ends_alike_is_another_header() {
        read("include/xa.h", "C", Chooser.USUAL);
        read("src/a.cpp", "C++", "extension .cpp", "a.h");
        read("other/b.c", "C", "extension .c");
        assertEquals(Map.of(), settled());
    }

    @Test
    void a_tree_of_one_language_leaves_nothing_to_settle() {
        read("include/a.h", "C", Chooser.USUAL);
        read("src/a.c", "C", "extension .c", "a.h");
        assertEquals(Map.of(), settled());
    }

    @Test
    void files_with_the_same_ending_beside_it_speak_for_a_text_that_says_nothing() {
        read("t/a.m", "Objective-C", Chooser.USUAL);
        read("t/b.m", "MATLAB", Chooser.CONTENT);
        read("t/c.m", "MATLAB", Chooser.CONTENT);
        assertEquals(Map.of(), settled());
        read("t/d.m", "MATLAB", Chooser.CONTENT);
        read("u/e.m", "Objective-C", Chooser.USUAL);
        assertEquals(Map.of("t/a.m", "MATLAB"), settled());
    }

    @Test
    void files_beside_it_that_disagree_say_nothing() {
        read("t/a.m", "Objective-C", Chooser.USUAL);
        read("t/b.m", "MATLAB", Chooser.CONTENT);
        read("t/c.m", "MATLAB", Chooser.CONTENT);
        read("t/d.m", "MATLAB", Chooser.CONTENT);
        read("t/e.m", "Mercury", Chooser.CONTENT);
        assertEquals(Map.of(), settled());
    }

    @Test
    void a_header_that_asks_for_cpp_is_made_for_c_too() {
        Language cpp = TABLE.stream()
                .filter(other -> other.name().equals("C++"))
                .findFirst()
                .orElseThrow();
        Result.Text settled = new Result.Text(new Classification(cpp, Safety.UNSAFE, "x"));
        Classifier classifier = new Classifier(
                        TABLE, ContentRuleTable.read(), TreeContext.of(List.of()), Attributes.NONE)
                .knowing(Map.of("a.h", settled, "b.h", settled));
        assertEquals("C", language(classifier, "a.h", "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void);\n"));
        assertEquals("C++", language(classifier, "b.h", "int f(void);\n"));
        assertEquals("C", language(classifier, "c.h", "int f(void);\n"));
    }

    private static String language(Classifier classifier, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Result result = classifier.classify(path, new Content(bytes, bytes.length));
        return ((Result.Text) result).classification().language().name();
    }
}
