package org.memcensus.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables that hold what a scan found out, and their columns in order: the store's, and those of a Parquet folder. Every
 * row begins with the address of its repository.
 */
public enum Table {
    /** Sums over the roles of a scope. */
    SCOPES(
            "scopes",
            2,
            text("url"),
            text("scope"),
            integer("files"),
            integer("bytes"),
            integer("lines"),
            integer("code"),
            integer("comments"),
            integer("blanks"),
            integer("unsafe_code"),
            integer("safe_code"),
            integer("undetermined_code"),
            real("unsafe_share").orNull()),
    /** Sums over the files of a language, class and role. */
    LANGUAGES(
            "languages",
            4,
            text("url"),
            text("name"),
            text("safety"),
            text("role"),
            integer("files"),
            integer("bytes"),
            integer("code"),
            integer("comments"),
            integer("blanks")),
    /** Every module; rank is null where it is not ranked. */
    MODULES(
            "modules",
            2,
            text("url"),
            text("module"),
            text("name"),
            text("kind"),
            text("path"),
            text("role"),
            integer("files"),
            integer("code"),
            integer("unsafe_code"),
            real("unsafe_share").orNull(),
            real("priority"),
            integer("rank").orNull(),
            real("role_points"),
            real("risk")),
    /** What the points of a ranked module add up from. */
    EVIDENCE(
            "evidence",
            0,
            text("url"),
            text("module"),
            text("rule"),
            text("criterion"),
            real("points"),
            text("path"),
            integer("line"),
            integer("count")),
    /** Entries of the catalogue that fit a module; {@code fit} tells whether it is the component or uses it. */
    REPLACEMENTS(
            "replacements",
            0,
            text("url"),
            text("module"),
            text("component"),
            text("project"),
            text("fit"),
            text("language"),
            text("swap_level"),
            text("reason")),
    /** Vendored files in memory-unsafe languages by the id of their content: the same id is the same content. */
    VENDORED(
            "vendored",
            2,
            text("url"),
            text("path"),
            text("component"),
            text("module"),
            text("blob"),
            text("language"),
            integer("code"));

    private final String label;
    private final int keys;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
    private final List<Column> columns;

    Table(String label, int keys, Column... columns) {
        this.label = label;
        this.keys = keys;
        this.columns = List.of(columns);
    }

    /** What a column can hold. */
    public enum Type {
        /** Text. */
        TEXT,
        /** A whole number of 64 bits. */
        INTEGER,
        /** A decimal number of 64 bits. */
        REAL
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type what it holds
     * @param nullable whether there can be nothing in it
     */
    public record Column(String name, Type type, boolean nullable) {
        Column orNull() {
            return new Column(name, type, true);
        }
    }

    private static Column text(String name) {
        return new Column(name, Type.TEXT, false);
    }

    private static Column integer(String name) {
        return new Column(name, Type.INTEGER, false);
    }

    private static Column real(String name) {
        return new Column(name, Type.REAL, false);
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** Its columns, in the order of a row's values. */
    public List<Column> columns() {
        return columns;
    }

    String definition() {
        String body = columns.stream()
                .map(column -> column.name() + " " + column.type() + (column.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", "));
        String key = columns.stream().limit(keys).map(Column::name).collect(Collectors.joining(", "));
        return "CREATE TABLE " + label + " (" + body + (keys == 0 ? ")" : ", PRIMARY KEY (" + key + ")) WITHOUT ROWID");
    }

    String insertion() {
        return "INSERT INTO " + label + " VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }
}
