package se.tjanstenav.connectors.tree;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** StAX readers without DTD, entities or unbounded depth and width, and what their failures mean. */
final class HardenedXml {

    private static final XMLInputFactory FACTORY = factory();

    private HardenedXml() {}

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // In pieces where the parser can: how much text a record may hold is for its budget to say, not for the parser,
        // which could not go on behind it.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 64 * 1024);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Integer.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        return factory;
    }

    /**
     * Opens a reader.
     *
     * @param charset what the transport says, which takes precedence over the document's own declaration
     */
    static XMLStreamReader open(InputStream xml, @Nullable String charset) throws XMLStreamException {
        return charset == null ? FACTORY.createXMLStreamReader(xml) : FACTORY.createXMLStreamReader(xml, charset);
    }

    static SourceException malformed(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException found) {
                return found;
            }
            if (cause instanceof WstxEOFException) {
                return SourceException.of(FaultCode.TRUNCATED, "The XML ends in the middle", e);
            }
            if (cause instanceof IOException broken && !(cause instanceof java.nio.charset.CharacterCodingException)) {
                return SourceException.in(broken).orElseGet(() -> decoding(broken));
            }
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (message.contains(" limit (")) {
            return SourceException.of(FaultCode.TOO_LARGE, "The XML is nested too deep or too wide", e);
        }
        return SourceException.of(FaultCode.MALFORMED_RESPONSE, "The XML is malformed: " + Excerpt.of(message), e);
    }

    private static SourceException decoding(IOException e) {
        if (e.getClass().getName().contains("ctc.wstx") || e instanceof java.io.CharConversionException) {
            return SourceException.of(FaultCode.MALFORMED_RESPONSE, "The XML is not valid in its encoding", e);
        }
        return BrokenStream.fault(e);
    }
}
