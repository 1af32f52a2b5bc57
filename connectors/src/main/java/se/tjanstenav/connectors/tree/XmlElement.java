package se.tjanstenav.connectors.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** One XML element as a tree, by the convention that {@link XmlRecords} documents. */
final class XmlElement {

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
    private static final String TEXT = "#text";

    private XmlElement() {}

    /** Reads the element that the reader stands at the start of, up to its end. */
    static @Nullable Object read(XMLStreamReader xml, XmlNames names, NodeBudget budget) throws XMLStreamException {
        if (XINCLUDE.equals(xml.getNamespaceURI())) {
            throw SourceException.of(FaultCode.MALFORMED_RESPONSE, "The XML uses XInclude, which is refused");
        }
        boolean nil = isNil(xml);
        Map<String, @Nullable Object> map = attributes(xml, names, budget);
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = names.of(xml.getNamespaceURI(), xml.getLocalName());
                Object value = read(xml, names, budget);
                if (!budget.spent()) {
                    add(map, name, value);
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                addText(text, xml, budget);
            }
            event = xml.next();
        }
        return nil ? null : content(map, text.toString().strip());
    }

    /** What is too much is not even asked for, since the reader would have to hold it. */
    private static void addText(StringBuilder text, XMLStreamReader xml, NodeBudget budget) {
        if (!budget.spent()) {
            String piece = xml.getText();
            if (budget.takeText(piece.length())) {
                text.append(piece);
            }
        }
    }

    private static Object content(Map<String, @Nullable Object> map, String text) {
        if (map.isEmpty()) {
            return text;
        }
        if (!text.isEmpty()) {
            map.put(TEXT, text);
        }
        return map;
    }

    static Map<String, @Nullable Object> attributes(XMLStreamReader xml, XmlNames names, NodeBudget budget) {
        budget.take();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i))) {
                String value = xml.getAttributeValue(i);
                if (budget.take() && budget.takeText(value.length())) {
                    map.put("@" + names.of(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i)), value);
                }
            }
        }
        return map;
    }

    private static boolean isNil(XMLStreamReader xml) {
        String nil = xml.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil");
        return "true".equals(nil) || "1".equals(nil);
    }

    @SuppressWarnings("unchecked")
    static void add(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        if (!map.containsKey(name)) {
            map.put(name, value);
        } else if (map.get(name) instanceof List<?> list) {
            ((List<@Nullable Object>) list).add(value);
        } else {
            List<@Nullable Object> list = new ArrayList<>();
            list.add(map.get(name));
            list.add(value);
            map.put(name, list);
        }
    }

    static void refuseDtd(XMLStreamReader xml) {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
            throw SourceException.of(FaultCode.MALFORMED_RESPONSE, "The XML has a document type, which is refused");
        }
    }
}
