package org.memcensus.tables;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.memcensus.model.UsageException;

/** A step of the build: compiles {@code data/*.yaml} to the form that the program reads at start. */
public final class TableCompiler {
    private TableCompiler() {}

    /**
     * Compiles every table of a folder.
     *
     * @param arguments folder of the YAML files, folder of the compiled tables
     * @throws UsageException if a table is not what its reader expects
     */
    public static void main(String[] arguments) throws IOException, UsageException {
        Path from = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        List<Path> tables;
        try (Stream<Path> files = Files.list(from)) {
            tables = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path table : tables) {
            String name = table.getFileName().toString();
            try (InputStream in = Files.newInputStream(table);
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                            Files.newOutputStream(to.resolve(name.replace(".yaml", ".bin")))))) {
                PackedTable.write(YamlTable.read(name, in), out);
            }
        }
    }
}
