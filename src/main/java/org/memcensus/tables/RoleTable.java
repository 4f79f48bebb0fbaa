package org.memcensus.tables;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Role;
import org.memcensus.model.RoleRules;
import org.memcensus.model.RoleRules.DirectoryRule;
import org.memcensus.model.RoleRules.HeaderRule;
import org.memcensus.model.RoleRules.NameRule;
import org.memcensus.model.RoleRules.ScriptRule;

/** Reads how the roles of files are told. */
public final class RoleTable {
    private RoleTable() {}

    /** The built-in rules. */
    public static RoleRules read() {
        return Tables.fields("roles", top -> {
            List<DirectoryRule> directories = new ArrayList<>();
            for (Entry entry : top.entries("directories")) {
                directories.add(new DirectoryRule(
                        entry.word("role", Role.class),
                        entry.texts("names"),
                        entry.flag("sealed", false),
                        entry.flag("bundled", false)));
                entry.end();
            }
            List<NameRule> names = new ArrayList<>();
            for (Entry entry : top.entries("names")) {
                names.add(new NameRule(
                        entry.word("role", Role.class), entry.texts("names"), entry.flag("bundled", false)));
                entry.end();
            }
            List<ScriptRule> scripts = new ArrayList<>();
            for (Entry entry : top.entries("scripts")) {
                scripts.add(new ScriptRule(
                        entry.word("role", Role.class),
                        entry.texts("endings"),
                        entry.texts("directories"),
                        entry.texts("names")));
                entry.end();
            }
            List<HeaderRule> headers = new ArrayList<>();
            for (Entry entry : top.entries("headers")) {
                headers.add(new HeaderRule(
                        entry.word("role", Role.class),
                        entry.texts("words"),
                        entry.texts("texts"),
                        entry.texts("near"),
                        entry.flag("opening", false),
                        entry.flag("any-case", false)));
                entry.end();
            }
            return new RoleRules(directories, names, scripts, headers);
        });
    }
}
