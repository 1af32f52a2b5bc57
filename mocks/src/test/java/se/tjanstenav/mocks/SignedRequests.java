package se.tjanstenav.mocks;

import java.io.StringReader;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import se.tjanstenav.mocks.identity.ClientKeys;

/** Messages signed by WSS4J, over as much or as little as a test wants. */
final class SignedRequests {

    private static final String ANY_PASSWORD = "any";

    private SignedRequests() {}

    /**
     * @param parts of the message to sign: Body, Timestamp
     */
    static String sign(String envelope, String signer, Set<String> parts) {
        try {
            Document message = StaxUtils.read(new StringReader(envelope));
            WSSecHeader header = new WSSecHeader(message);
            header.insertSecurityHeader();
            new WSSecTimestamp(header).build();
            WSSecSignature signature = new WSSecSignature(header);
            signature.setUserInfo("stub", ANY_PASSWORD);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            for (String part : parts) {
                String namespace =
                        part.equals("Body") ? message.getDocumentElement().getNamespaceURI() : WSConstants.WSU_NS;
                signature.getParts().add(new WSEncryptionPart(part, namespace, "Element"));
            }
            Merlin crypto = new Merlin();
            crypto.setKeyStore(ClientKeys.keyStore(signer, ANY_PASSWORD));
            return StaxUtils.toString(signature.build(crypto));
        } catch (XMLStreamException | WSSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
