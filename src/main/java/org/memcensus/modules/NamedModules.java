package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;

/** The last step of grouping: modules that the configuration names take their files from those that were found. */
public final class NamedModules {
    private final List<Named> named;

    /**
     * A module that the configuration names.
     *
     * @param name its name
     * @param files whether a path belongs to it
     */
    public record Named(String name, Predicate<String> files) {}

    /**
     * Modules by name.
     *
     * @param named the first that matches a path takes it
     */
    public NamedModules(List<Named> named) {
        this.named = List.copyOf(named);
    }

    /** The same files, each still in one module, sorted by id. A module that lost all its files is gone. */
    public List<Grouping> apply(List<Grouping> found) {
        if (named.isEmpty()) {
            return found;
        }
        Map<String, Map<Role, List<CountedFile>>> taken = new TreeMap<>();
        List<Grouping> modules = new ArrayList<>();
        for (Grouping grouping : found) {
            CodeModule module = grouping.module();
            List<CountedFile> left = new ArrayList<>();
            for (CountedFile file : module.files()) {
                String name = name(file.path());
                if (name.isEmpty()) {
                    left.add(file);
                } else {
                    taken.computeIfAbsent(name, any -> new EnumMap<>(Role.class))
                            .computeIfAbsent(module.role(), any -> new ArrayList<>())
                            .add(file);
                }
            }
            if (left.size() == module.files().size()) {
                modules.add(grouping);
            } else if (!left.isEmpty()) {
                modules.add(grouping.with(
                        new CodeModule(module.id(), module.name(), module.kind(), module.path(), module.role(), left)
                                .with(module.ties())));
            }
        }
        taken.forEach((name, byRole) -> byRole.forEach((role, files) -> modules.add(module(name, role, files))));
        modules.sort(Comparator.comparing(grouping -> grouping.module().id()));
        return modules;
    }

    private String name(String path) {
        for (Named each : named) {
            if (each.files().test(path)) {
                return each.name();
            }
        }
        return "";
    }

    private static Grouping module(String name, Role role, List<CountedFile> files) {
        files.sort(Comparator.comparing(CountedFile::path));
        String suffix = role == Role.CORE ? "" : "#" + role.label();
        return new Grouping(
                new CodeModule("config:" + name + suffix, name, ModuleKind.CONFIGURED, common(files), role, files),
                "module " + name + " of the configuration",
                Map.of());
    }

    /** The deepest directory that holds all the files. */
    private static String common(List<CountedFile> files) {
        String directory = TreePath.parent(files.get(0).path());
        for (CountedFile file : files) {
            while (!TreePath.within(file.path(), directory)) {
                directory = TreePath.parent(directory);
            }
        }
        return directory;
    }
}
