package se.tjanstenav.connectors.tree;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;

/**
 * A hardened reader of one XML document that may be given to a library: it refuses a document type wherever it comes,
 * bounds what is read before {@link #release}, and tells every failure as a {@link
 * se.tjanstenav.connectors.fault.SourceException}. The stream stays open until its owner closes it.
 */
public final class GuardedXml extends StreamReaderDelegate {

    private final NodeBudget budget = new NodeBudget();
    private boolean released;

    private GuardedXml(XMLStreamReader xml) {
        super(xml);
    }

    /**
     * Opens a document.
     *
     * @param charset what the transport says, which takes precedence over the document's own declaration
     */
    public static GuardedXml open(InputStream xml, @Nullable String charset) {
        try {
            return new GuardedXml(HardenedXml.open(xml, charset));
        } catch (XMLStreamException e) {
            throw HardenedXml.malformed(e);
        }
    }

    /** Moves to the root element, unless it is there already, and gives its local name, as far as it can be shown. */
    public String root() {
        while (getEventType() != START_ELEMENT) {
            next();
        }
        return Excerpt.of(getLocalName());
    }

    /** Counts no longer: whoever reads on has bounds of its own. */
    public void release() {
        released = true;
    }

    /** Reads what is left of the document, so that one that is cut off or goes wrong behind the records is noticed. */
    public void finish() {
        while (hasNext()) {
            next();
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return super.hasNext();
        } catch (XMLStreamException | RuntimeException e) {
            throw HardenedXml.malformed(e);
        }
    }

    @Override
    public int next() {
        try {
            int event = super.next();
            XmlElement.refuseDtd(getParent());
            if (!released) {
                count();
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw HardenedXml.malformed(e);
        }
    }

    private void count() {
        budget.take();
        if (hasText()) {
            budget.takeText(getTextLength());
        }
        budget.requireUnspent();
    }

    /** The library's own would read on without being counted. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == SPACE
                || event == COMMENT
                || event == PROCESSING_INSTRUCTION
                || ((event == CHARACTERS || event == CDATA) && isWhiteSpace())) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("an element was expected", getLocation());
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw new XMLStreamException("text was expected, not an element", getLocation());
            }
            if (event == CHARACTERS || event == CDATA || event == SPACE || event == ENTITY_REFERENCE) {
                text.append(getText());
            }
        }
        return text.toString();
    }

    @Override
    public void close() {}
}
