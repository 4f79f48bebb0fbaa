package org.memcensus.modules;

import org.memcensus.model.CodeModule;

/**
 * A module, and why its files belong together.
 *
 * @param module the module
 * @param reason one phrase: "target png declared at CMakeLists.txt:12", "directory lib/vtls", "family ftp* of directory lib"
 */
public record Grouping(CodeModule module, String reason) {}
