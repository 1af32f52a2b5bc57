package se.tjanstenav.connectors.soap;

import java.util.Map;
import javax.xml.transform.Source;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.egress.EgressResponse;
import se.tjanstenav.connectors.tree.GuardedXml;
import se.tjanstenav.connectors.tree.RecordReader;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.tree.XmlNames;
import se.tjanstenav.connectors.tree.XmlRecords;

/**
 * An answer whose headers CXF has read, and whose body is still on its way. To be closed.
 *
 * @param payload the element in the SOAP body
 * @param envelope the document around it
 */
record SoapAnswer(Source payload, GuardedXml envelope, EgressResponse response) implements AutoCloseable {

    /** The records in the body, read as they arrive; only an envelope that ends as it should has an end. */
    RecordReader records(TreePointer pointer, XmlNames names) {
        envelope.release();
        XmlRecords body = new XmlRecords(StaxUtils.createXMLStreamReader(payload), pointer, names);
        return new RecordReader() {

            @Override
            public boolean advance() {
                if (body.advance()) {
                    return true;
                }
                envelope.finish();
                return false;
            }

            @Override
            public void requireList() {
                body.requireList();
            }

            @Override
            public @Nullable Object current() {
                return body.current();
            }

            @Override
            public boolean isOversized() {
                return body.isOversized();
            }

            @Override
            public Map<String, @Nullable Object> envelope() {
                return body.envelope();
            }

            @Override
            public void close() {
                body.close();
            }
        };
    }

    @Override
    public void close() {
        response.close();
    }
}
