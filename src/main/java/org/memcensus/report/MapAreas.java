package org.memcensus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.memcensus.model.ModuleCensus;

/**
 * What the map of a repository shows: its modules, and where they are too many to be seen, the directories that hold them. The
 * largest directories are taken apart first, until there are enough areas.
 */
final class MapAreas {
    /** More would be too small to see. */
    private static final int MOST = 300;

    /** What is smaller than such a part of the whole stays with the others of its directory. */
    private static final double LEAST = 1.0 / 1500;

    private static final Comparator<Area> LARGEST_FIRST =
            Comparator.comparingLong(Area::code).reversed().thenComparing(Area::name);

    private MapAreas() {}

    /**
     * An area.
     *
     * @param name what it is called: a module, or a directory
     * @param modules what it holds; one module stands for itself
     * @param code lines of code
     * @param unsafe those in memory-unsafe languages
     * @param priority mean priority of its ranked modules by their unsafe code, 0 to 100
     */
    record Area(String name, List<ModuleCensus> modules, long code, long unsafe, double priority) {
        static Area of(String name, List<ModuleCensus> modules) {
            long code = 0;
            long unsafe = 0;
            long ranked = 0;
            double priorities = 0;
            for (ModuleCensus item : modules) {
                long lines = item.module().unsafeCode();
                code += item.module().code();
                unsafe += lines;
                if (item.rank() > 0) {
                    ranked += lines;
                    priorities += lines * item.score().priority();
                }
            }
            return new Area(name, List.copyOf(modules), code, unsafe, ranked == 0 ? 0 : priorities / ranked);
        }

        /** Whether most of its code is memory-unsafe. */
        boolean isUnsafe() {
            return unsafe * 2 >= code;
        }

        /** Whether it holds code in memory-safe languages. */
        boolean isSafe() {
            return modules.stream().anyMatch(item -> item.module().sum().safeCode() > 0);
        }
    }

    /** The areas of some modules that hold code, the largest first. */
    static List<Area> of(List<ModuleCensus> modules) {
        List<Area> areas = new ArrayList<>();
        List<Area> open = new ArrayList<>();
        double least = 0;
        if (!modules.isEmpty()) {
            Area all = Area.of("", modules);
            least = LEAST * all.code();
            open.add(all);
        }
        while (!open.isEmpty()) {
            open.sort(LARGEST_FIRST);
            Area largest = open.remove(0);
            int room = MOST - areas.size() - open.size();
            List<Area> parts = parts(largest, room, least);
            for (Area part : parts) {
                boolean whole = part.modules().size() == 1 || part.name().equals(largest.name());
                (whole ? areas : open).add(part);
            }
        }
        areas.sort(LARGEST_FIRST);
        return areas;
    }

    /**
     * What is directly in a directory: its modules, and the directories in it.
     *
     * @param room areas that may come of it; where there are more, the smallest stay together under the directory's name
     * @param least lines of code below which an area is small
     */
    private static List<Area> parts(Area directory, int room, double least) {
        Map<String, List<ModuleCensus>> below = new TreeMap<>();
        List<Area> parts = new ArrayList<>();
        for (ModuleCensus item : directory.modules()) {
            String path = item.module().path();
            if (path.length() <= directory.name().length()) {
                parts.add(Area.of(item.module().name(), List.of(item)));
            } else {
                int from = directory.name().isEmpty() ? 0 : directory.name().length() + 1;
                int end = path.indexOf('/', from);
                below.computeIfAbsent(end < 0 ? path : path.substring(0, end), any -> new ArrayList<>())
                        .add(item);
            }
        }
        below.forEach((path, modules) ->
                parts.add(Area.of(modules.size() == 1 ? modules.get(0).module().name() : path, modules)));
        parts.sort(LARGEST_FIRST);
        int large = 0;
        while (large < parts.size() && parts.get(large).code() >= least) {
            large++;
        }
        int kept = Math.min(large, room - 1);
        if (parts.size() == 1 || kept + 1 >= parts.size() && parts.size() <= room) {
            return parts;
        }
        kept = Math.max(0, kept);
        List<ModuleCensus> rest = parts.subList(kept, parts.size()).stream()
                .flatMap(part -> part.modules().stream())
                .toList();
        List<Area> shown = new ArrayList<>(parts.subList(0, kept));
        shown.add(Area.of(directory.name(), rest));
        return shown;
    }
}
