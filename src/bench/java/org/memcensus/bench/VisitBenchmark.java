package org.memcensus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.memcensus.classify.Attributes;
import org.memcensus.classify.Classifier;
import org.memcensus.classify.TreeContext;
import org.memcensus.count.LineCounter;
import org.memcensus.facts.FactFinder;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.Language;
import org.memcensus.tables.ContentRuleTable;
import org.memcensus.tables.LanguageTable;
import org.memcensus.tables.RuleTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the visit of files costs, stage by stage, over all C files and headers of a tree: milliseconds for all of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:FreqInlineSize=100", "-XX:PerMethodTrapLimit=0"})
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class VisitBenchmark {
    /** A larger tree is read in part. */
    private static final long MOST_BYTES = 256L << 20;

    /** The tree: give a real one with {@code -p tree=/path}. */
    @Param("test-repos")
    public String tree;

    private final CodeSpans spans = new CodeSpans();
    private final List<String> paths = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();
    private LineCounter counter;
    private FactFinder facts;
    private Classifier classifier;

    /** Reads the tree and the tables. */
    @Setup
    public void read() throws IOException {
        long bytes = 0;
        Path root = Path.of(tree);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(VisitBenchmark::isC).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    break;
                }
                paths.add(root.relativize(file).toString());
                contents.add(new Content(content, content.length));
            }
        }
        List<Language> languages = LanguageTable.read().languages();
        Language c = languages.stream()
                .filter(language -> language.name().equals("C"))
                .findFirst()
                .orElseThrow();
        counter = new LineCounter(c.syntax());
        facts = new FactFinder(RuleTable.rules());
        classifier = new Classifier(languages, ContentRuleTable.read(), TreeContext.of(paths), Attributes.NONE);
        System.out.println(paths.size() + " files, " + bytes + " bytes");
    }

    private static boolean isC(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".c") || name.endsWith(".h")) && Files.isRegularFile(file);
    }

    /** Counts lines. */
    @Benchmark
    public long count() {
        long code = 0;
        for (Content content : contents) {
            code += counter.count(content, null).code();
        }
        return code;
    }

    /** Counts lines, says where the code stands, and finds facts in it. */
    @Benchmark
    public long countAndFindFacts() {
        long found = 0;
        for (Content content : contents) {
            counter.count(content, spans);
            found += facts.find(content, spans, true).facts().size();
        }
        return found;
    }

    /** Finds the language. */
    @Benchmark
    public int classify() {
        int hash = 0;
        for (int i = 0; i < contents.size(); i++) {
            hash += classifier.classify(paths.get(i), contents.get(i)).hashCode();
        }
        return hash;
    }
}
