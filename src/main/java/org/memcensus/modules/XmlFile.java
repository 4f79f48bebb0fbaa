package org.memcensus.modules;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML build files. Nothing outside the text is ever asked for: a document type ends the reading, so that there are no
 * entities but XML's own.
 */
final class XmlFile {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 200_000;
    private static final XMLInputFactory FACTORY = factory();

    private XmlFile() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** The root element, or null with a note where the text cannot be read. */
    static @Nullable XmlElement root(String path, String text, ReaderNotes notes) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(unmarked(text)));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            String reason = e.getMessage() == null ? "" : e.getMessage();
            notes.add(path, "is not read as XML: " + ReaderNotes.shown(reason.replaceAll("\\s+", " ")));
            return null;
        }
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= MAX_DEPTH || ++elements > MAX_ELEMENTS) {
                        throw new XMLStreamException("too many elements");
                    }
                    XmlElement element = element(reader);
                    XmlElement parent = open.peek();
                    if (parent == null) {
                        root = element;
                    } else {
                        parent.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    XmlElement parent = open.peek();
                    if (parent != null && !reader.isWhiteSpace()) {
                        parent.add(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("it has a document type or entities of its own");
                default -> {}
            }
        }
        return root;
    }

    private static XmlElement element(XMLStreamReader reader) {
        XmlElement element =
                new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }
}
