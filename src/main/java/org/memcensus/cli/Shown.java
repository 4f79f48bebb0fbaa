package org.memcensus.cli;

import org.memcensus.model.Scope;
import org.memcensus.report.RunInfo;
import org.memcensus.tables.HatchTable;
import org.memcensus.tables.RuleTable;

/**
 * How the user wants results to be shown.
 *
 * @param color when colours are used
 * @param verbose whether nothing is folded away
 * @param byFile whether files are listed
 * @param scope what the headline is given for
 */
record Shown(ColorMode color, boolean verbose, boolean byFile, Scope scope) {
    /** With the options of every command. */
    static Shown of(GeneralOptions general) {
        return new Shown(general.color, general.verbose, false, Scope.SHIPPED);
    }

    /** On standard output. Only a terminal has a height. */
    RunInfo onScreen(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        return new RunInfo(
                surroundings.version(),
                color.colors(surroundings),
                terminal.unicode(),
                terminal.columns(),
                terminal.out() ? terminal.rows() : 0,
                byFile,
                verbose,
                scope,
                RunInfo.phrases(RuleTable.rules(), HatchTable.rules()));
    }

    /** In a file, which knows no terminal. */
    RunInfo inFile(Surroundings surroundings) {
        return new RunInfo(
                surroundings.version(),
                color == ColorMode.ALWAYS,
                true,
                RunInfo.DEFAULT_WIDTH,
                0,
                byFile,
                verbose,
                scope,
                RunInfo.phrases(RuleTable.rules(), HatchTable.rules()));
    }
}
