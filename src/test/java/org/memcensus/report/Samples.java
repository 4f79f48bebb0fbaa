package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileFacts;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;
import org.memcensus.model.Replacement;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;
import org.memcensus.model.Scope;
import org.memcensus.model.Score;
import org.memcensus.model.SourceKind;

/** Censuses made up for tests. */
final class Samples {
    static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("net.socket", "receives from sockets"),
            Map.entry("net.http", "speaks HTTP"),
            Map.entry("net.resolve", "resolves host names"),
            Map.entry("crypto.tls", "does TLS handshakes"),
            Map.entry("crypto.x509", "reads X.509 certificates"),
            Map.entry("crypto.hash", "computes digests"),
            Map.entry("auth.password", "handles passwords"),
            Map.entry("parse.wire", "decodes wire formats"),
            Map.entry("parse.date", "parses dates"),
            Map.entry("decompress.inflate", "inflates compressed data"),
            Map.entry("unsafe.lines", "is written in C"));

    private static final Coverage CURL_COVERAGE = new Coverage(
            98,
            61,
            0,
            1,
            2,
            1,
            0,
            14,
            0,
            List.of(
                    new Problem("lib/CMakeLists.txt", "variable CSOURCES is never set; its files go by directory"),
                    new Problem("tests/data/big.bin.c", "71,303,168 bytes, over the limit of 67,108,864")));

    private Samples() {}

    static CountedFile file(String path, String language, Safety safety, Role role, long code) {
        return new CountedFile(
                path,
                SampleFiles.language(language, safety),
                safety,
                role,
                code * 31,
                new LineCounts(code, code / 5, code / 8),
                FileFacts.NONE);
    }

    static CountedFile c(String path, long code) {
        return file(path, "C", Safety.UNSAFE, Role.CORE, code);
    }

    static Evidence evidence(String rule, Criterion criterion, double points, String path, int line, long count) {
        return new Evidence(rule, criterion, points, path, line, count);
    }

    static ModuleCensus ranked(
            int rank, String name, double priority, double risk, List<CountedFile> files, List<Evidence> evidence) {
        return ranked(rank, name, priority, risk, files, evidence, List.of());
    }

    static ModuleCensus ranked(
            int rank,
            String name,
            double priority,
            double risk,
            List<CountedFile> files,
            List<Evidence> evidence,
            List<Advice> advice) {
        Map<Criterion, Double> points = new TreeMap<>();
        evidence.forEach(item -> points.merge(item.criterion(), item.points(), Double::sum));
        double role = points.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Criterion, Answer> answers =
                new TreeMap<>(Map.of(Criterion.R2, Answer.NO, Criterion.R3, Answer.NO, Criterion.R4, Answer.YES));
        points.keySet().forEach(criterion -> answers.put(criterion, Answer.YES));
        return new ModuleCensus(
                module(name, Role.CORE, files),
                rank,
                new Score(priority, role, risk, points),
                evidence,
                answers,
                advice);
    }

    static ModuleCensus unranked(String name, Role role, List<CountedFile> files) {
        return new ModuleCensus(module(name, role, files), 0, Score.NONE, List.of(), Map.of(), List.of());
    }

    private static CodeModule module(String name, Role role, List<CountedFile> files) {
        String id = "dir:" + name + (role == Role.CORE ? "" : "#" + role.label());
        return new CodeModule(id, name, ModuleKind.DIRECTORY, name, role, files);
    }

    static Replacement replacement(String component, String project, String url, String swapLevel, String cApi) {
        return new Replacement(
                component,
                "library",
                new Replacement.Fingerprint(List.of(), List.of(), List.of(), List.of()),
                project,
                "Rust",
                "Apache-2.0",
                url,
                swapLevel,
                cApi,
                "",
                "used by others",
                url);
    }

    static Advice advice(Replacement replacement, String path, int line) {
        return new Advice(replacement, Advice.Fit.USES, "includes its header", path, line);
    }

    static Census census(List<ModuleCensus> modules, Coverage coverage) {
        RepositoryInfo repository = new RepositoryInfo(
                "curl",
                "https://github.com/curl/curl",
                null,
                "cdd14f8a39be7dc51f5ac4a4f8f6f9c1f7a0f0ab",
                SourceKind.WORKTREE,
                "");
        return new Census(repository, "default", "1", modules, coverage);
    }

    static Census census(List<ModuleCensus> modules) {
        long files = modules.stream()
                .mapToLong(module -> module.module().files().size())
                .sum();
        return census(modules, new Coverage(files, 0, 0, 0, 0, 0, 0, 0, 0, List.of()));
    }

    static Census named(String name) {
        return switch (name) {
            case "curl" -> curl();
            case "hostile" -> hostile();
            case "empty" -> empty();
            case "no-code" -> noCode();
            case "safe" -> safe();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Data and tests only. */
    static Census noCode() {
        return census(List.of(
                unranked("data", Role.CORE, List.of(file("data/a.json", "JSON", Safety.NONE, Role.CORE, 800))),
                unranked(
                        "tests",
                        Role.TEST,
                        List.of(
                                file("tests/a.c", "C", Safety.UNSAFE, Role.TEST, 50),
                                file("tests/b.py", "Python", Safety.SAFE, Role.TEST, 150)))));
    }

    /** All of it memory-safe. */
    static Census safe() {
        return census(List.of(
                unranked("src", Role.CORE, List.of(file("src/lib.rs", "Rust", Safety.SAFE, Role.CORE, 1000))),
                unranked("cli", Role.CORE, List.of(file("cli/main.go", "Go", Safety.SAFE, Role.CORE, 400)))));
    }

    static Census empty() {
        return census(List.of());
    }

    /** A client for URLs, much like curl. */
    static Census curl() {
        List<ModuleCensus> modules = new ArrayList<>();
        modules.add(ranked(
                1,
                "lib/vtls",
                91.4,
                96.2,
                List.of(c("lib/vtls/openssl.c", 4210), c("lib/vtls/schannel.c", 2106), c("lib/vtls/vtls.c", 1602)),
                List.of(
                        evidence("crypto.tls", Criterion.R3, 25, "lib/vtls/openssl.c", 3961, 57),
                        evidence("unsafe.lines", Criterion.R4, 25, "lib/vtls/openssl.c", 0, 7918),
                        evidence("net.socket", Criterion.R2, 22.5, "lib/vtls/schannel.c", 1204, 9),
                        evidence("crypto.x509", Criterion.R3, 10, "lib/vtls/x509asn1.c", 88, 30)),
                List.of(
                        advice(
                                replacement(
                                        "OpenSSL libssl",
                                        "rustls-ffi",
                                        "https://github.com/rustls/rustls-ffi",
                                        "c-api",
                                        "yes"),
                                "lib/vtls/openssl.c",
                                45),
                        advice(
                                replacement(
                                        "OpenSSL libssl",
                                        "rustls-openssl-compat",
                                        "https://github.com/rustls/rustls-openssl-compat",
                                        "abi",
                                        "partial"),
                                "lib/vtls/openssl.c",
                                45))));
        modules.add(ranked(
                2,
                "lib/http",
                84.07,
                88,
                List.of(c("lib/http.c", 3420), c("lib/http.h", 160), c("lib/http_chunks.c", 460)),
                List.of(
                        evidence("net.http", Criterion.R2, 25, "lib/http.c", 1888, 41),
                        evidence("parse.wire", Criterion.R3, 15, "lib/http_chunks.c", 102, 12),
                        evidence("unsafe.lines", Criterion.R4, 25, "lib/http.c", 0, 4040)),
                List.of(advice(
                        replacement("nghttp2", "hyper", "https://github.com/hyperium/hyper", "build-option", "yes"),
                        "lib/http.c",
                        77))));
        String[] names = {"ftp", "url", "cookie", "doh", "smtp", "mqtt", "telnet", "socks", "content_encoding"};
        long[] code = {3320, 2920, 1236, 1180, 1404, 720, 1260, 1080, 690};
        for (int i = 0; i < names.length; i++) {
            List<Evidence> why = new ArrayList<>();
            why.add(evidence("net.socket", Criterion.R2, 20 - i, "lib/" + names[i] + ".c", 120 + i, 4));
            if (i % 2 == 0) {
                why.add(evidence("parse.wire", Criterion.R3, 12 - i, "lib/" + names[i] + ".c", 320 + i, 8));
            }
            why.add(evidence("unsafe.lines", Criterion.R4, 10, "lib/" + names[i] + ".c", 0, code[i]));
            modules.add(ranked(
                    i + 3,
                    "lib/" + names[i],
                    80.2 - 4.4 * i,
                    80 - 7 * i,
                    List.of(c("lib/" + names[i] + ".c", code[i]), c("lib/" + names[i] + ".h", 40)),
                    why));
        }
        modules.add(ranked(
                12,
                "lib/curl_sha512_256",
                22.1,
                40,
                List.of(c("lib/curl_sha512_256.c", 310)),
                List.of(
                        evidence("crypto.hash", Criterion.R3, 12, "lib/curl_sha512_256.c", 150, 3),
                        evidence("unsafe.lines", Criterion.R4, 5, "lib/curl_sha512_256.c", 0, 310))));
        for (int i = 0; i < 34; i++) {
            String path = "lib/small" + (i + 10) + ".c";
            modules.add(ranked(
                    13 + i,
                    "lib/small" + (i + 10),
                    15 - i * 0.4,
                    20,
                    List.of(c(path, 100 + i)),
                    List.of(evidence("unsafe.lines", Criterion.R4, 2, path, 0, 100 + i))));
        }
        modules.add(
                unranked("lib/rust", Role.CORE, List.of(file("lib/rust/lib.rs", "Rust", Safety.SAFE, Role.CORE, 900))));
        modules.add(unranked(
                "scripts",
                Role.TOOLING,
                List.of(
                        file("scripts/checksrc.pl", "Perl", Safety.SAFE, Role.TOOLING, 1210),
                        file("scripts/release.sh", "Shell", Safety.SAFE, Role.TOOLING, 340))));
        modules.add(unranked(
                "src/mkhelp",
                Role.CORE,
                List.of(
                        file("src/mkhelp.pl", "Perl", Safety.SAFE, Role.CORE, 91),
                        file("src/options.lua", "Lua", Safety.SAFE, Role.CORE, 14),
                        file("src/probe.wat", "WebAssembly", Safety.UNDETERMINED, Role.CORE, 220),
                        file("src/lexer.l", "Lex", Safety.UNSAFE, Role.CORE, 33),
                        file("src/a.awk", "Awk", Safety.SAFE, Role.CORE, 9),
                        file("src/conf.json", "JSON", Safety.NONE, Role.CORE, 500),
                        file("src/b.py", "Python", Safety.SAFE, Role.CORE, 77))));
        modules.add(unranked(
                "tests",
                Role.TEST,
                List.of(
                        file("tests/server/sws.c", "C", Safety.UNSAFE, Role.TEST, 2300),
                        file("tests/runtests.pl", "Perl", Safety.SAFE, Role.TEST, 6120))));
        return census(modules, CURL_COVERAGE);
    }

    /** Names that try to take over the reader's screen or page. */
    static Census hostile() {
        String escape = "lib/\u001b[2J\u001b]0;owned\u0007.c";
        String reversed = "lib/\u202egnp.exe\u2066.c";
        String table = "lib/a|b`c``d<img src=x onerror=alert(1)>&amp;*x*_y_[l](http://evil) @everyone #1\n## done.c";
        String broken = "lib/\ud800half\u0085next\u2028line\u007f.c";
        String wide = "lib/日本語のとても長いファイル名がここにあります/日本語のとても長いファイル名がここにあります.c";
        List<ModuleCensus> modules = new ArrayList<>();
        int rank = 1;
        for (String path : List.of(escape, reversed, table, broken, wide)) {
            modules.add(ranked(
                    rank,
                    path.substring(0, path.length() - 2),
                    90 - rank,
                    50,
                    List.of(c(path, 1000)),
                    List.of(
                            evidence("net.socket", Criterion.R2, 20, path, 7, 1),
                            evidence("rule|unknown", Criterion.R3, 10, path, 0, 1))));
            rank++;
        }
        Coverage coverage = new Coverage(
                5, 0, 0, 0, 0, 0, 1, 0, 0, List.of(new Problem(table, "cannot read: " + escape + reversed)));
        RepositoryInfo repository =
                new RepositoryInfo("x\u001b[31m|<b>`", null, "v1\u001b[0m", "0".repeat(40), SourceKind.OBJECTS, "a\nb");
        return new Census(repository, "default", "1", modules, coverage);
    }

    static RunInfo run() {
        return run(100);
    }

    static RunInfo run(int width) {
        return run(width, 0);
    }

    static RunInfo run(int width, int rows) {
        return new RunInfo("0.1.0", false, true, width, rows, false, false, Scope.SHIPPED, PHRASES);
    }
}
