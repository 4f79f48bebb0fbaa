package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
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
 * @param merged every target, those of the same files as one
 * @param byFile the target that declares each file, of those that compete for it the one that won
 * @param order which declaration counts first
 */
record Declared(
        List<Declaration> all,
        Map<String, Unit> units,
        List<Twins.Merged> merged,
        Map<String, Twins.Merged> byFile,
        Comparator<Declaration> order) {
    /** No build declares anything. */
    static Declared nothing(Map<String, Unit> units) {
        return new Declared(List.of(), units, List.of(), Map.of(), Comparator.comparing(Declaration::name));
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
                counts.merge(merged.target(), 1, Integer::sum);
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

    /** Every target, sorted by id, with the files that it won. */
    List<BuildTarget> targets() {
        IdentityHashMap<Twins.Merged, List<String>> files = new IdentityHashMap<>();
        byFile.forEach((path, target) ->
                files.computeIfAbsent(target, any -> new ArrayList<>()).add(path));
        List<BuildTarget> targets = new ArrayList<>();
        for (Twins.Merged target : merged) {
            List<String> won = files.getOrDefault(target, List.of());
            targets.add(new BuildTarget(
                    target.names().stream().map(Unit::id).distinct().toList(),
                    target.said(),
                    won.stream().sorted().toList()));
        }
        targets.sort(Comparator.comparing(BuildTarget::id));
        return targets;
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
