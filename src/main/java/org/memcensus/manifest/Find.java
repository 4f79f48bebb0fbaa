package org.memcensus.manifest;

import org.memcensus.model.ManifestRule;

/**
 * A name that a rule found.
 *
 * @param rule the rule
 * @param name the name; the file's own where the file is the find
 * @param path the file
 * @param line its line, from 1; 0 where the file itself is the find
 */
record Find(ManifestRule rule, String name, String path, int line) {}
