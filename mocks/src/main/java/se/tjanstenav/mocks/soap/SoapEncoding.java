package se.tjanstenav.mocks.soap;

import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/** Sends answers in a character encoding of the agency's own, and says so in the XML declaration and the content type. */
final class SoapEncoding extends AbstractSoapInterceptor {

    private final String encoding;

    SoapEncoding(String encoding) {
        super(Phase.PRE_STREAM);
        this.encoding = encoding;
        addBefore(StaxOutInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        message.put(Message.ENCODING, encoding);
        message.put(StaxOutInterceptor.FORCE_START_DOCUMENT, Boolean.TRUE);
    }
}
