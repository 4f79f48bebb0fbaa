package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MsBuildReadersTest {
    @Test
    void a_visual_c_project_lists_its_files_with_imports_and_properties() {
        DeclaredTree tree = new DeclaredTree(new VisualStudioReader())
                .text("all.sln", """
                        Project("{8BC9}") = "libwire", "win\\wire.vcxproj", "{1}"
                        EndProject
                        Project("{8BC9}") = "out", "..\\..\\out.vcxproj", "{2}"
                        EndProject
                        """)
                .text("win/wire.vcxproj", """
                        <?xml version="1.0" encoding="utf-8"?>
                        <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
                          <PropertyGroup><ConfigurationType>DynamicLibrary</ConfigurationType><Top>..\\src</Top></PropertyGroup>
                          <Import Project="shared.vcxitems" /><Import Project="$(VCTargetsPath)\\x.props" />
                          <ItemGroup>
                            <ClCompile Include="$(Top)\\a.c;..\\src\\b.c" />
                            <ClCompile Include="$(SolutionDir)src\\c.c" />
                            <ClInclude Include="..\\src\\*.h" />
                          </ItemGroup>
                        </Project>
                        """)
                .text(
                        "win/shared.vcxitems",
                        "<Project><Import Project='wire.vcxproj'/><ItemGroup>"
                                + "<ClCompile Include='$(MSBuildThisFileDirectory)s.c'/></ItemGroup></Project>")
                .files("src/a.c", "src/b.c", "src/c.c", "src/w.h", "win/s.c", "src/unlisted.c");
        assertEquals(List.of("library win libwire: src/a.c src/b.c src/c.c src/w.h win/s.c"), tree.lines());
        assertEquals(1, tree.notes.size(), tree.notes.toString());
    }

    @Test
    void the_older_form_of_a_project_is_read_too() {
        DeclaredTree tree = new DeclaredTree(new VisualStudioReader())
                .text(
                        "a.vcproj",
                        "<VisualStudioProject Name='tool'><Configurations><Configuration ConfigurationType='1'/>"
                                + "</Configurations><Files><Filter><File RelativePath='.\\a.c'/></Filter></Files>"
                                + "</VisualStudioProject>")
                .files("a.c");
        assertEquals(List.of("executable . tool: a.c"), tree.lines());
    }

    @Test
    void a_net_project_owns_its_directory_and_what_it_lists_elsewhere() {
        DeclaredTree tree = new DeclaredTree(new DotNetReader())
                .text(
                        "src/Wire/Wire.csproj",
                        "\uFEFF<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>"
                                + "<Compile Include=\"..\\Shared\\**\\*.cs\" /><Compile Include=\"..\\Tool\\T.cs\" />"
                                + "</ItemGroup></Project>")
                .text(
                        "src/Tool/Tool.fsproj",
                        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>"
                                + "<OutputType>Exe</OutputType></PropertyGroup></Project>")
                .files("src/Wire/A.cs", "src/Wire/deep/B.cs", "src/Shared/x/S.cs", "src/Tool/T.cs", "README.md");
        assertEquals(
                List.of(
                        "executable* src/Tool Tool: src/Tool/T.cs src/Tool/Tool.fsproj",
                        "library* src/Wire Wire: src/Shared/x/S.cs src/Wire/A.cs src/Wire/Wire.csproj"
                                + " src/Wire/deep/B.cs"),
                tree.lines());
    }

    @Test
    void a_document_type_ends_the_reading() {
        for (String head : List.of(
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE p [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE p SYSTEM \"http://example.org/p.dtd\">")) {
            DeclaredTree tree = new DeclaredTree(new MavenReader())
                    .text("pom.xml", head + "<project><artifactId>&x;&b;</artifactId></project>");
            assertEquals(List.of(), tree.lines());
            assertEquals(1, tree.notes.size(), tree.notes.toString());
            assertTrue(tree.notes.get(0).reason().startsWith("is not read as XML"), tree.notes.toString());
        }
    }

    @Test
    void qmake_follows_includes_variables_and_conditions() {
        DeclaredTree tree = new DeclaredTree(new QMakeReader())
                .text("app/app.pro", """
                        TEMPLATE = lib
                        CONFIG += plugin
                        TARGET = $$qtLibraryTarget(wire)
                        include(../common/common.pri)   # shared
                        include(app.pro)
                        include(/etc/qt.pri)
                        SOURCES += a.cpp \\
                            # between
                            b.cpp
                        win32:!mingw: SOURCES += win.cpp
                        unix { SOURCES += posix.cpp }
                        SOURCES -= b.cpp
                        HEADERS += $$NAMES ../../out.h
                        """)
                .text("common/common.pri", "NAMES = a.h\nSOURCES += $$PWD/c.cpp near.cpp\ninclude(common.pri)\n")
                .files("app/a.cpp", "app/b.cpp", "app/win.cpp", "app/posix.cpp", "app/a.h", "common/c.cpp")
                .files("common/near.cpp");
        assertEquals(
                List.of("plugin app app: app/a.cpp app/a.h app/b.cpp app/posix.cpp app/win.cpp common/c.cpp"
                        + " common/near.cpp"),
                tree.lines());
        assertTrue(tree.notes.stream().allMatch(note -> note.reason().contains("outside the tree")));
        assertEquals(2, tree.notes.size(), tree.notes.toString());
    }
}
