package org.memcensus.modules;

import java.util.List;

/** The build systems that are read. */
public final class BuildReaders {
    /** All of them, in the order that decides which one a file goes to if several declare it. */
    public static final List<BuildReader> ALL = List.of(
            new HttpdReader(),
            new PhpReader(),
            new CMakeReader(),
            new AutomakeReader(),
            new KbuildReader(),
            new MakeReader(),
            new NginxReader(),
            new MesonReader(),
            new GnReader(),
            new SconsReader(),
            new BazelReader(),
            new BuckReader(),
            new VisualStudioReader(),
            new CargoReader(),
            new GoReader(),
            new MavenReader(),
            new GradleReader(),
            new DotNetReader(),
            new NpmReader(),
            new PythonReader(),
            new SwiftReader(),
            new RubyReader(),
            new PerlReader(),
            new QMakeReader());

    private BuildReaders() {}
}
