package org.memcensus.model;

/**
 * Someone to talk to about a module.
 *
 * @param name as the tree or its history writes it: a name, a handle, a team, with an address where one stands there
 * @param source where it has that from: {@code CODEOWNERS}, {@code MAINTAINERS} or {@code history}
 * @param path file that names them; empty for the history
 * @param line its line, from 1; 0 for the history
 * @param commits commits to the module among those looked at; 0 where a file names them
 */
public record Contact(String name, String source, String path, int line, int commits) {}
