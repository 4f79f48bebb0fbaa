package org.memcensus.modules;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/**
 * Reads the modules of the Apache HTTP server, and those made for it: what {@code APACHE_MODULE} and
 * {@code APACHE_MPM_MODULE} name in a {@code config.m4}, with the objects that they list. Each is a plugin by the name that
 * the server loads it by.
 */
final class HttpdReader implements BuildReader {
    private static final String PREFIX = "mod_";

    private static final Map<String, String> MACROS =
            Map.of("APACHE_MODULE(", PREFIX, "APACHE_MPM_MODULE(", PREFIX + "mpm_");

    private static final int OBJECTS = 2;
    private static final int REQUIRED = 6;

    @Override
    public String name() {
        return "httpd";
    }

    @Override
    public boolean reads(String path) {
        return ConfigScript.is(path);
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        MakeFiles files = new MakeFiles(tree, reader, new ReaderNotes(notes));
        return new ConfigPlugins(
                        name(),
                        MACROS,
                        (target, prefix, arguments, directory) -> fill(target, prefix, arguments, files, directory))
                .read(buildFiles, reader, notes);
    }

    private static void fill(Target target, String prefix, List<String> arguments, MakeFiles files, String directory) {
        List<String> objects = MakeVariables.split(ConfigScript.argument(arguments, OBJECTS));
        // A process model is of the object that has its name, another module of the one that has mod_ before it.
        String own = (prefix.equals(PREFIX) ? PREFIX : "") + arguments.get(0);
        for (String object : objects.isEmpty() ? List.of(own + ".lo") : objects) {
            if (MakeFiles.isObject(object)) {
                String source = files.source(directory, object.substring(0, object.lastIndexOf('.')));
                target.add(source == null ? List.of() : List.of(source));
            } else if (object.endsWith(".la")) {
                target.addLinks(List.of(object));
            }
        }
        if (prefix.equals(PREFIX)) {
            String required = ConfigScript.argument(arguments, REQUIRED).replace(',', ' ');
            target.addLinks(MakeVariables.split(required).stream()
                    .map(each -> PREFIX + each)
                    .toList());
        }
    }
}
