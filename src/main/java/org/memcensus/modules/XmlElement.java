package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of an XML build file. */
final class XmlElement {
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * An empty element.
     *
     * @param name its name without name space
     * @param line the line on which its head ends, from 1
     */
    XmlElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    void attribute(String key, String value) {
        attributes.put(key, value);
    }

    /** Its name without name space. */
    String name() {
        return name;
    }

    /** Its line, from 1. */
    int line() {
        return line;
    }

    /** Its own text without white space around it. */
    String text() {
        return text.toString().strip();
    }

    /** The value of an attribute, or null. */
    @Nullable
    String attribute(String key) {
        return attributes.get(key);
    }

    /** Its children, in order. */
    List<XmlElement> children() {
        return children;
    }

    /** The first child of a name, or null. */
    @Nullable
    XmlElement child(String wanted) {
        return children.stream()
                .filter(child -> child.name.equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The text of the first child of a name, "" if there is none. */
    String childText(String wanted) {
        XmlElement child = child(wanted);
        return child == null ? "" : child.text();
    }

    /** All elements below it, at any depth, in order. */
    List<XmlElement> all() {
        List<XmlElement> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<XmlElement> all) {
        for (XmlElement child : children) {
            all.add(child);
            child.collect(all);
        }
    }
}
