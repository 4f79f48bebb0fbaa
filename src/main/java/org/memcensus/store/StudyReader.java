package org.memcensus.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Study;

/** Reads a study from a store, finished or not: a batch may go on writing to it. */
public final class StudyReader {
    /** Where the list says how critical a project is, that says a fifth of where its modules stand, as R1. */
    private static final double CRITICALITY_SHARE = 0.2;

    /** How many of a file's first bytes {@link #isStore} looks at. */
    public static final int HEAD = 16;

    /** What every SQLite file begins with (https://www.sqlite.org/fileformat.html#magic_header_string). */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Connection connection;
    private final Question question;

    private StudyReader(Connection connection, Question question) {
        this.connection = connection;
        this.question = question;
    }

    /**
     * What is asked of a store.
     *
     * @param scope what is counted
     * @param policy name of the policy to count under; null for that of the scans
     * @param ruling class of a language under that policy, from its name and the class it was scanned with
     * @param modules how many modules and components to list
     */
    public record Question(
            Scope scope, @Nullable String policy, BiFunction<String, Safety, Safety> ruling, int modules) {}

    /** Whether a file that begins so is a store, as far as that tells. */
    public static boolean isStore(byte[] head) {
        return Arrays.equals(head, MAGIC);
    }

    /**
     * Reads a store.
     *
     * @throws StoreException if there is none, or it cannot be read
     */
    public static Study read(Path file, Question question) throws StoreException {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(file + ": no such file: give the file that batch --db wrote");
        }
        try (Connection connection = Sqlite.toRead(file)) {
            if (Schema.look(connection, file) == Schema.State.EMPTY) {
                throw new StoreException(file + " is empty: give the file that batch --db wrote");
            }
            // One moment of the store, whatever a batch adds meanwhile.
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
            }
            return new StudyReader(connection, question).read();
        } catch (SQLException e) {
            throw Sqlite.failure(file, e);
        }
    }

    static Map<String, String> meta(Connection connection) throws SQLException {
        Map<String, String> meta = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, value FROM meta")) {
            while (rows.next()) {
                meta.put(rows.getString(1), rows.getString(2));
            }
        }
        return meta;
    }

    private Study read() throws SQLException {
        Map<String, String> meta = meta(connection);
        String scanned = meta.getOrDefault("policy", "") + " " + meta.getOrDefault("policy_version", "");
        String policy = question.policy();
        Sums sums = sums();
        return new Study(
                new Study.About(scanned, policy == null ? scanned : policy, question.scope()),
                progress(),
                projects(sums),
                sums.languages(),
                modules(),
                components(),
                failures());
    }

    private Study.Progress progress() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        each(
                "SELECT status, count(*) FROM repositories GROUP BY status",
                row -> counts.put(row.getString(1), row.getLong(2)));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Study.Progress(
                all,
                counts.getOrDefault("done", 0L),
                counts.getOrDefault("incomplete", 0L),
                counts.getOrDefault("failed", 0L),
                counts.getOrDefault("pending", 0L) + counts.getOrDefault("running", 0L));
    }

    private record Language(String name, Safety safety) {}

    /** Files and lines, by language over all projects and by class over all languages of a project. */
    private static final class Sums {
        private final Map<String, long[]> projects = new HashMap<>();
        private final Map<Language, long[]> languages =
                new TreeMap<>(Comparator.comparing(Language::name).thenComparing(Language::safety));
        private final Map<Language, String> lastProject = new HashMap<>();

        private void add(String url, Language language, long files, long code) {
            projects.computeIfAbsent(url, key -> new long[Safety.values().length])[
                    language.safety().ordinal()] += code;
            long[] sum = languages.computeIfAbsent(language, key -> new long[3]);
            // Rows come project by project.
            if (!url.equals(lastProject.put(language, url))) {
                sum[0]++;
            }
            sum[1] += files;
            sum[2] += code;
        }

        private List<Study.LanguageUse> languages() {
            List<Study.LanguageUse> uses = new ArrayList<>();
            languages.forEach((language, sum) ->
                    uses.add(new Study.LanguageUse(language.name(), language.safety(), sum[0], sum[1], sum[2])));
            uses.sort(Comparator.comparingLong(Study.LanguageUse::code).reversed());
            return uses;
        }
    }

    private Sums sums() throws SQLException {
        Sums sums = new Sums();
        Map<String, Safety> classes = new HashMap<>();
        for (Safety safety : Safety.values()) {
            classes.put(safety.label(), safety);
        }
        Map<String, Role> roles = new HashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.label(), role);
        }
        each("SELECT url, name, safety, role, files, code FROM languages ORDER BY url", row -> {
            Safety scanned = classes.getOrDefault(row.getString(3), Safety.NONE);
            if (question.scope().contains(roles.getOrDefault(row.getString(4), Role.CORE))) {
                String name = row.getString(2);
                Language language = new Language(name, question.ruling().apply(name, scanned));
                sums.add(row.getString(1), language, row.getLong(5), row.getLong(6));
            }
        });
        return sums;
    }

    private List<Study.Project> projects(Sums sums) throws SQLException {
        List<Study.Project> projects = new ArrayList<>();
        each(
                "SELECT url, name, commit_id, criticality FROM repositories WHERE status IN ('done', 'incomplete') ORDER BY"
                        + " url",
                row -> {
                    String url = row.getString(1);
                    long[] lines = sums.projects.getOrDefault(url, new long[Safety.values().length]);
                    double criticality = row.getDouble(4);
                    boolean unknown = row.wasNull();
                    projects.add(new Study.Project(
                            url,
                            row.getString(2),
                            row.getString(3),
                            unknown ? null : criticality,
                            lines[Safety.UNSAFE.ordinal()],
                            lines[Safety.SAFE.ordinal()],
                            lines[Safety.UNDETERMINED.ordinal()],
                            lines[Safety.NONE.ordinal()]));
                });
        return projects;
    }

    private List<Study.RankedModule> modules() throws SQLException {
        List<Study.RankedModule> modules = new ArrayList<>();
        String weight = "CASE WHEN (SELECT max(criticality) FROM repositories) IS NULL THEN m.priority ELSE "
                + (1 - CRITICALITY_SHARE) + " * m.priority + " + 100 * CRITICALITY_SHARE
                + " * coalesce(r.criticality, 0) END";
        each(
                // What fits is looked up for those alone that are listed.
                "SELECT t.*, coalesce((SELECT p.project || ' (' || p.language || ')' FROM replacements p WHERE"
                        + " p.url = t.url AND p.module = t.module ORDER BY p.fit, p.rowid LIMIT 1), '') FROM"
                        + " (SELECT m.url AS url, r.name, m.module AS module, m.unsafe_code AS unsafe_code, m.priority, "
                        + weight + " AS weight FROM modules m JOIN repositories r ON r.url = m.url WHERE m.rank IS NOT"
                        + " NULL ORDER BY weight DESC, m.unsafe_code DESC, m.url, m.module LIMIT " + question.modules()
                        + ") t ORDER BY t.weight DESC, t.unsafe_code DESC, t.url, t.module",
                row -> modules.add(new Study.RankedModule(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getString(7))));
        return modules;
    }

    private List<Study.Component> components() throws SQLException {
        List<Study.Component> components = new ArrayList<>();
        each(
                "WITH shared AS (SELECT blob, max(code) AS code FROM vendored GROUP BY blob HAVING count(DISTINCT url) > 1)"
                        + ", held AS (SELECT v.component AS component, v.url AS url, v.blob AS blob, s.code AS code FROM"
                        + " vendored v JOIN shared s ON s.blob = v.blob)"
                        + ", sized AS (SELECT component, count(*) AS files, sum(code) AS code FROM"
                        + " (SELECT DISTINCT component, blob, code FROM held) GROUP BY component)"
                        + ", spread AS (SELECT component, count(DISTINCT url) AS projects FROM held GROUP BY component"
                        + " HAVING projects > 1)"
                        + ", most AS (SELECT w.component AS component, w.projects AS projects, z.files, z.code AS code FROM"
                        + " spread w JOIN sized z ON z.component = w.component ORDER BY w.projects DESC, z.code DESC,"
                        + " w.component LIMIT " + question.modules() + ")"
                        + " SELECT t.*, coalesce((SELECT p.project || ' (' || p.language || ')' FROM vendored x JOIN"
                        + " replacements p ON p.url = x.url AND p.module = x.module WHERE x.component = t.component AND"
                        + " p.fit = 'is' ORDER BY p.url, p.rowid LIMIT 1), '') FROM most t"
                        + " ORDER BY t.projects DESC, t.code DESC, t.component",
                row -> components.add(new Study.Component(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5))));
        return components;
    }

    private List<Study.Failure> failures() throws SQLException {
        List<Study.Failure> failures = new ArrayList<>();
        each(
                "SELECT url, status, coalesce(error, '') FROM repositories WHERE status IN ('failed', 'incomplete')"
                        + " ORDER BY position IS NULL, position, url",
                row -> failures.add(new Study.Failure(row.getString(1), row.getString(2), row.getString(3))));
        return failures;
    }

    /** What is done with a row. */
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
