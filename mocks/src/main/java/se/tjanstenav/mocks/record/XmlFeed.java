package se.tjanstenav.mocks.record;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** An XML document, a SOAP envelope included: masked as a whole; its records are the children of the element with most alike. */
final class XmlFeed {

    private final Mask mask;

    XmlFeed(Mask mask) {
        this.mask = mask;
    }

    /** The feed, or nothing where no element has at least two children alike. */
    @Nullable
    Feed read(String text, boolean declared) {
        Document document = document(text);
        mask("", false, document.getDocumentElement());
        Element holder = holder(document.getDocumentElement());
        if (children(holder).size() < 2 || !firstOfItsName(document, holder)) {
            return null;
        }
        List<Element> records = children(holder);
        return new Feed(
                "xml",
                written(document, declared),
                records.size(),
                records.size(),
                Feed.identity(records.stream().map(XmlFeed::scalars).toList()),
                null,
                holder.getLocalName());
    }

    /** The document, masked, for an answer that is no feed. */
    String masked(String text, boolean declared) {
        Document document = document(text);
        mask("", false, document.getDocumentElement());
        return written(document, declared);
    }

    /** The element a SOAP request asks with. */
    static Element soapRequest(String envelope) {
        Element root = document(envelope).getDocumentElement();
        for (Node each = root.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element part && part.getLocalName().equals("Body")) {
                List<Element> payload = elements(part);
                if (payload.size() == 1) {
                    return payload.get(0);
                }
            }
        }
        throw new RecordingException("The body to post is no SOAP envelope with one element in its Body");
    }

    private static Document document(String text) {
        try {
            return StaxUtils.read(new StringReader(text));
        } catch (XMLStreamException e) {
            throw new RecordingException("The XML cannot be read, hence not masked: " + e.getMessage(), e);
        }
    }

    private static String written(Document document, boolean declared) {
        String text = StaxUtils.toString(document.getDocumentElement());
        return (declared ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "") + text + "\n";
    }

    private void mask(String label, boolean person, Element element) {
        String own = Labels.secret(label) ? label : element.getLocalName();
        boolean ofPerson = person || Labels.person(element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr each = (Attr) attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI())) {
                String name = each.getLocalName() == null ? each.getName() : each.getLocalName();
                each.setValue(mask.value(Labels.secret(own) ? own : name, ofPerson, each.getValue()));
            }
        }
        Node next;
        for (Node each = element.getFirstChild(); each != null; each = next) {
            next = each.getNextSibling();
            if (each instanceof Element child) {
                mask(own, ofPerson, child);
            } else if (each.getNodeType() == Node.TEXT_NODE || each.getNodeType() == Node.CDATA_SECTION_NODE) {
                each.setNodeValue(mask.value(own, ofPerson, each.getNodeValue()));
            } else {
                // What a comment says is no answer, and nobody has looked whom it names.
                element.removeChild(each);
            }
        }
    }

    private static Element holder(Element element) {
        Element most = element;
        for (Element each : elements(element)) {
            Element below = holder(each);
            if (children(below).size() > children(most).size()) {
                most = below;
            }
        }
        return most;
    }

    /** The child elements, if all are called the same. */
    private static List<Element> children(Element element) {
        List<Element> all = elements(element);
        return all.stream().map(Element::getLocalName).distinct().count() == 1 ? all : List.of();
    }

    private static List<Element> elements(Element element) {
        List<Element> all = new ArrayList<>();
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child) {
                all.add(child);
            }
        }
        return all;
    }

    private static boolean firstOfItsName(Document document, Element holder) {
        return document.getElementsByTagNameNS("*", holder.getLocalName()).item(0) == holder;
    }

    private static Map<String, String> scalars(Element record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < record.getAttributes().getLength(); i++) {
            values.put(
                    "@" + record.getAttributes().item(i).getNodeName(),
                    record.getAttributes().item(i).getNodeValue());
        }
        elements(record).stream()
                .filter(each -> elements(each).isEmpty())
                .forEach(each -> values.putIfAbsent(each.getLocalName(), each.getTextContent()));
        return values;
    }
}
