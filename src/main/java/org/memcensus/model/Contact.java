package org.memcensus.model;

/**
 * Someone to talk to about a module.
 *
 * @param name as the tree writes it: a name, a handle, a team, with an address where one stands there
 * @param source what says so: {@code CODEOWNERS} or {@code MAINTAINERS}
 * @param path file that names them
 * @param line its line, from 1
 */
public record Contact(String name, String source, String path, int line) {}
