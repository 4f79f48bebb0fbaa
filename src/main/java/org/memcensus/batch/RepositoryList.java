package org.memcensus.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;
import org.memcensus.source.RepositoryAddress;
import org.memcensus.store.Entry;

/**
 * A list of repositories: one address a line, with empty lines and those that begin with {@code #} passed over; or CSV with
 * a header that names a column {@code repo.url}, {@code url} or {@code repository}. Two ways to write one address are one
 * repository.
 */
public final class RepositoryList {
    private static final List<String> ADDRESS_COLUMNS = List.of("repo.url", "url", "repository");
    private static final String CRITICALITY = "default_score";
    private static final String NAME = "name";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Who wants to see every one of so many has the list itself. */
    private static final int MOST_NOTES = 1000;

    private final Path directory;
    private final Consumer<String> notes;
    private final Consumer<Entry> sink;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private long duplicates;
    private long empty;

    private RepositoryList(Path directory, Consumer<String> notes, Consumer<Entry> sink) {
        this.directory = directory;
        this.notes = notes;
        this.sink = sink;
    }

    /**
     * What a list held.
     *
     * @param repositories different ones
     * @param duplicates further lines that name one of them
     * @param empty records without an address
     * @param addresses what to connect to, by address, where that says more than the address: credentials
     */
    public record Read(long repositories, long duplicates, long empty, Map<String, String> addresses) {
        /** Copies its map. */
        public Read {
            addresses = Map.copyOf(addresses);
        }

        /** Nothing that could reach a log. */
        @Override
        public String toString() {
            return repositories + " repositories";
        }
    }

    /**
     * Reads a list.
     *
     * @param directory where relative paths begin
     * @param notes hears what was passed over
     * @param sink takes each repository
     * @throws UsageException if it is no such list
     * @throws IOException if it cannot be read
     */
    public static Read read(Reader in, Path directory, Consumer<String> notes, Consumer<Entry> sink)
            throws UsageException, IOException {
        RepositoryList list = new RepositoryList(directory, notes, sink);
        list.read(new CsvLine(new BufferedReader(in)));
        return new Read(list.lines.size(), list.duplicates, list.empty, list.addresses);
    }

    private void read(CsvLine in) throws UsageException, IOException {
        boolean first = true;
        for (String line = in.plain(); line != null; line = in.plain()) {
            String text = first && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
            if (text.indexOf('\0') >= 0) {
                throw new UsageException("line " + in.number() + " is no text: give one address a line, or CSV");
            }
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            if (first) {
                first = false;
                List<String> header = in.cells(text).stream().map(String::strip).toList();
                int column = column(header);
                if (column >= 0) {
                    readRecords(in, header, column);
                    return;
                }
                if (header.size() > 1) {
                    throw new UsageException("the header has no column url, repo.url or repository: name one so");
                }
            }
            add(text.strip(), in.number(), "", null, Map.of());
        }
    }

    private static int column(List<String> header) {
        List<String> lower =
                header.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        for (String name : ADDRESS_COLUMNS) {
            if (lower.contains(name)) {
                return lower.indexOf(name);
            }
        }
        return -1;
    }

    private void readRecords(CsvLine in, List<String> header, int address) throws IOException {
        for (List<String> cells = in.cells(); cells != null; cells = in.cells()) {
            if (cells.size() == 1 && cells.get(0).isBlank()) {
                continue;
            }
            Map<String, String> others = new LinkedHashMap<>();
            Double criticality = null;
            String name = "";
            for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                String cell = cells.get(i).strip();
                if (i == address || cell.isEmpty() || header.get(i).isEmpty()) {
                    continue;
                }
                others.putIfAbsent(header.get(i), cell);
                if (header.get(i).equalsIgnoreCase(CRITICALITY)) {
                    criticality = score(cell);
                } else if (header.get(i).equalsIgnoreCase(NAME)) {
                    name = cell;
                }
            }
            String text = address < cells.size() ? cells.get(address).strip() : "";
            add(text, in.number(), name, criticality, others);
        }
    }

    private static @Nullable Double score(String cell) {
        try {
            double score = Double.parseDouble(cell);
            return score >= 0 && score <= 1 ? score : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void add(String text, int line, String name, @Nullable Double criticality, Map<String, String> columns) {
        if (text.isEmpty()) {
            empty++;
            note("line " + line + " has no address: passed over");
            return;
        }
        RepositoryAddress address = RepositoryAddress.of(text, directory);
        Integer earlier = lines.putIfAbsent(address.identity(), line);
        if (earlier != null) {
            duplicates++;
            note("line " + line + " names the repository of line " + earlier + " again (" + address.url() + ")");
            return;
        }
        if (!RepositoryAddress.of(address.url(), directory).full().equals(address.full())) {
            addresses.put(address.url(), address.full());
        }
        sink.accept(
                new Entry(lines.size(), address.url(), name.isEmpty() ? address.name() : name, criticality, columns));
    }

    private void note(String text) {
        if (duplicates + empty <= MOST_NOTES) {
            notes.accept(text);
        }
    }
}
