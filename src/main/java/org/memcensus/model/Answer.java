package org.memcensus.model;

/** The answer to whether a criterion holds for a module. */
public enum Answer {
    /** Evidence says so. */
    YES,
    /** Its rules were asked, and found nothing. */
    NO,
    /** No rule was asked. */
    NOT_ASSESSED
}
