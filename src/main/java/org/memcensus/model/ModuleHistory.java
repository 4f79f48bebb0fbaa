package org.memcensus.model;

/**
 * What happened to a ranked module, and what its numbers would be if that weighed nothing.
 *
 * @param changes what happened to its files in unsafe languages
 * @param rank its rank without history, from 1
 * @param priority its priority without history, 0 to 100
 * @param risk its risk without history, 0 to 100
 */
public record ModuleHistory(FileHistory changes, int rank, double priority, double risk) {}
