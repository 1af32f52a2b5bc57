package se.tjanstenav.mocks.records;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * XML documents taken apart without a change to the text of a record: the children of the element that holds them. Values are
 * found by {@code @attribute} of the record or by the name of a child.
 */
final class XmlRecords {

    private static final XMLInputFactory INPUT = input();

    private XmlRecords() {}

    static DataFile parse(String text, Layout layout) {
        if (layout.records() == null) {
            throw layout.unreadable("an XML file needs the keyword records, the element that holds them", null);
        }
        List<RawRecord> records = new ArrayList<>();
        String head = "";
        String separator = "\n";
        int end = 0;
        try {
            XMLStreamReader2 reader = open(text);
            seek(reader, layout);
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                int start = (int) reader.getLocationInfo().getStartingCharOffset();
                if (records.isEmpty()) {
                    head = text.substring(0, start);
                } else if (records.size() == 1) {
                    separator = text.substring(end, start);
                }
                reader.skipElement();
                end = (int) reader.getLocationInfo().getEndingCharOffset();
                String record = text.substring(start, end);
                records.add(new RawRecord(layout.id() == null ? "" : value(record, layout.id()), record));
            }
        } catch (XMLStreamException e) {
            throw layout.unreadable("is not well-formed, or holds text between its records", e);
        }
        if (records.isEmpty()) {
            throw layout.unreadable("holds no records in " + layout.records(), null);
        }
        return new DataFile(head, Records.of(records), separator, text.substring(end), XmlRecords::value);
    }

    private static void seek(XMLStreamReader reader, Layout layout) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && name(reader).equals(layout.records())) {
                return;
            }
        }
        throw layout.unreadable("has no element " + layout.records(), null);
    }

    private static String value(String record, String name) {
        try {
            XMLStreamReader2 reader = open(record);
            reader.nextTag();
            if (name.startsWith("@")) {
                String found = reader.getAttributeValue(null, name.substring(1));
                return found == null ? "" : found;
            }
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                if (name(reader).equals(name)) {
                    return reader.getElementText().strip();
                }
                reader.skipElement();
            }
            return "";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A stub's record has no readable " + name + ": " + record, e);
        }
    }

    /** The name without its prefix: a record alone does not say which namespace that is. */
    private static String name(XMLStreamReader reader) {
        String name = reader.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static XMLStreamReader2 open(String text) throws XMLStreamException {
        return (XMLStreamReader2) INPUT.createXMLStreamReader(new StringReader(text));
    }

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory2.newFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }
}
