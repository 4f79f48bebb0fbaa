package org.memcensus.modules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;
import org.memcensus.model.Ties;

/**
 * What the builds declare, as seen from modules.
 *
 * @param all every declaration
 * @param units the unit of each file
 * @param byFile the target that declares each file, of those that compete for it the one that won
 * @param order which declaration counts first
 */
record Declared(
        List<Declaration> all,
        Map<String, Unit> units,
        Map<String, Twins.Merged> byFile,
        Comparator<Declaration> order) {
    /** No build declares anything. */
    static Declared nothing(Map<String, Unit> units) {
        return new Declared(List.of(), units, Map.of(), Comparator.comparing(Declaration::name));
    }

    /** The declaration of a module: its own, or that of the target which declares most of its files. */
    Ties.@Nullable Declared of(CodeModule module) {
        Unit unit = units.get(module.files().get(0).path());
        if (unit != null && unit.claim() != null) {
            return place(unit.claim().target(), module.role() != Role.CORE);
        }
        if (byFile.isEmpty()) {
            return null;
        }
        Map<Declaration, Integer> counts = new TreeMap<>(order);
        for (CountedFile file : module.files()) {
            Twins.Merged merged = byFile.get(file.path());
            if (merged != null) {
                counts.merge(merged.first(file.path()), 1, Integer::sum);
            }
        }
        Declaration most = null;
        int files = 0;
        for (Map.Entry<Declaration, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > files) {
                most = entry.getKey();
                files = entry.getValue();
            }
        }
        return most == null ? null : place(most, true);
    }

    /** Every target, those of one name as one, sorted by id. */
    List<BuildTarget> targets() {
        Map<String, BuildTarget> targets = new TreeMap<>();
        for (Declaration each : all) {
            if (!each.whole()) {
                targets.merge(
                        Unit.id(each), new BuildTarget(Unit.id(each), each.place(), each.files()), BuildTarget::and);
            }
        }
        return List.copyOf(targets.values());
    }

    private static Ties.Declared place(Declaration declaration, boolean part) {
        return new Ties.Declared(
                declaration.system(), declaration.name(), declaration.path(), declaration.line(), part);
    }

    /** Ids of the units that each declared unit links. */
    Map<String, TreeSet<String>> links() {
        Map<String, Twins.Merged> claims = new TreeMap<>();
        for (Unit unit : units.values()) {
            if (unit.claim() != null) {
                claims.put(unit.id(), unit.claim());
            }
        }
        LinkNames names = new LinkNames();
        claims.forEach((id, claim) -> claim.names().forEach(declaration -> names.add(declaration, id)));
        Map<String, TreeSet<String>> links = new TreeMap<>();
        claims.forEach((id, claim) -> {
            for (String link : claim.target().links()) {
                String target = names.find(claim.target(), link);
                if (target != null) {
                    links.computeIfAbsent(id, any -> new TreeSet<>()).add(target);
                }
            }
        });
        return links;
    }
}
