package org.memcensus.model;

/** A set of roles that a share is given for. */
public enum Scope {
    /** Core, vendored and generated: what users run. The headline. */
    SHIPPED("shipped"),
    /** Core only: what the project wrote itself. */
    FIRST_PARTY("first-party"),
    /** Every role. */
    ALL("all");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** The word that reports and options use. */
    public String label() {
        return label;
    }

    /** Whether files of this role count in the scope. */
    public boolean contains(Role role) {
        return switch (this) {
            case SHIPPED -> role.shipped();
            case FIRST_PARTY -> role == Role.CORE;
            case ALL -> true;
        };
    }
}
