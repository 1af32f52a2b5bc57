package se.tjanstenav.connectors.tree;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * The elements at one path of an XML answer, the path beginning with the document's root element. An element becomes a
 * text if it has neither attributes nor children, and otherwise a map: {@code @name} for an attribute, the local name
 * for a child (a list where it repeats), {@code #text} for text beside them. {@code xsi:nil} is null. Namespaces and
 * prefixes are dropped, but for those that {@link XmlNames} give a prefix.
 */
public final class XmlRecords implements RecordReader {

    private final XMLStreamReader xml;
    private final XmlNames names;
    private final List<String> path;
    private final TreePointer pointer;
    private final Deque<Map<String, @Nullable Object>> levels = new ArrayDeque<>();
    private final NodeBudget budget = new NodeBudget();
    private final NodeBudget envelopeBudget = new NodeBudget();
    private final Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    private @Nullable Object current;
    private boolean started;
    private boolean found;

    /** Reads the elements at the pointer, such as {@code /Svar/Tjanster/Tjanst}. */
    public XmlRecords(InputStream xml, @Nullable String charset, TreePointer records, XmlNames names) {
        this.names = names;
        this.pointer = records;
        this.path = records.segments();
        try {
            this.xml = HardenedXml.open(xml, charset);
        } catch (XMLStreamException e) {
            throw HardenedXml.malformed(e);
        }
    }

    /** Reads from a document that was parsed elsewhere. */
    public XmlRecords(XMLStreamReader xml, TreePointer records, XmlNames names) {
        this.names = names;
        this.pointer = records;
        this.path = records.segments();
        this.xml = xml;
    }

    /** Reads the content of a document's root element as one tree. */
    public static @Nullable Object readTree(InputStream xml) {
        return readTree(xml, null, XmlNames.LOCAL);
    }

    /**
     * Reads the content of a document's root element as one tree.
     *
     * @param charset what the transport says, null for nothing
     */
    public static @Nullable Object readTree(InputStream xml, @Nullable String charset, XmlNames names) {
        try {
            XMLStreamReader reader = HardenedXml.open(xml, charset);
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                XmlElement.refuseDtd(reader);
            }
            NodeBudget budget = new NodeBudget();
            Object tree = XmlElement.read(reader, names, budget);
            budget.requireUnspent();
            while (reader.hasNext()) {
                reader.next();
            }
            return tree;
        } catch (XMLStreamException | RuntimeException e) {
            throw HardenedXml.malformed(e);
        }
    }

    @Override
    public boolean advance() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                XmlElement.refuseDtd(xml);
                if (event == XMLStreamConstants.END_ELEMENT) {
                    levels.pop();
                } else if (event == XMLStreamConstants.START_ELEMENT && enter()) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw HardenedXml.malformed(e);
        }
    }

    /** Reads a record, steps into the path to the records, or keeps an element that stands beside them. */
    private boolean enter() throws XMLStreamException {
        String name = names.of(xml.getNamespaceURI(), xml.getLocalName());
        boolean onPath = levels.size() < path.size() && path.get(levels.size()).equals(name);
        if (!started && !onPath) {
            throw SourceException.of(
                    FaultCode.MALFORMED_RESPONSE,
                    "The answer's root element is '%s', but the records are at '%s'".formatted(name, pointer));
        }
        started = true;
        found |= onPath && levels.size() >= path.size() - 2;
        if (onPath && levels.size() == path.size() - 1) {
            budget.reset();
            current = XmlElement.read(xml, names, budget);
            return true;
        }
        Map<String, @Nullable Object> around = levels.isEmpty() ? envelope : levels.element();
        if (onPath) {
            Map<String, @Nullable Object> level = XmlElement.attributes(xml, names, envelopeBudget);
            XmlElement.add(around, name, level);
            levels.push(level);
        } else {
            XmlElement.add(around, name, XmlElement.read(xml, names, envelopeBudget));
        }
        envelopeBudget.requireUnspent();
        return false;
    }

    @Override
    public void requireList() {
        if (!found) {
            throw SourceException.of(
                    FaultCode.MALFORMED_RESPONSE, "The answer has no element around the records at '" + pointer + "'");
        }
    }

    @Override
    public @Nullable Object current() {
        return current;
    }

    @Override
    public boolean isOversized() {
        return budget.spent();
    }

    @Override
    public Map<String, @Nullable Object> envelope() {
        return envelope;
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw HardenedXml.malformed(e);
        }
    }
}
