package org.memcensus.model;

/**
 * A native library, or a bridge to native code, that a manifest of the tree asks for: what the project stands on.
 *
 * @param kind what asks: {@code cargo}, {@code npm}, {@code conan}, {@code vcpkg}, {@code pkg-config}, {@code cmake},
 *     {@code meson}, {@code make}, {@code autoconf}, {@code cgo}, {@code nuget} or {@code python}
 * @param name its name there
 * @param path the manifest
 * @param line its line, from 1
 */
public record NativeDependency(String kind, String name, String path, int line) {}
