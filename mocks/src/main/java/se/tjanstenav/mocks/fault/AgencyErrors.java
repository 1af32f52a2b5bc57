package se.tjanstenav.mocks.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Errors that an agency tells in its own format: a SOAP fault, or an object, element or row. */
final class AgencyErrors {

    private static final String TEXT = "Stubben svarar fel på begäran";

    private AgencyErrors() {}

    /** The caller is blamed. */
    static Reply ofTheSender(Reply right) {
        String type = right.contentType();
        if (type.contains("soap+xml")) {
            return soap(right, soap12("Sender")).withStatus(500);
        }
        return type.contains("text/xml")
                ? soap(right, soap11("Client")).withStatus(500)
                : plain(right).withStatus(400);
    }

    /** The agency itself has failed, and says so inside a success. */
    static Reply insideSuccess(Reply right) {
        String type = right.contentType();
        if (type.contains("soap+xml")) {
            return soap(right, soap12("Receiver"));
        }
        return type.contains("text/xml") ? soap(right, soap11("Server")) : plain(right);
    }

    private static Reply soap(Reply right, String fault) {
        String charset = right.contentType().contains("soap+xml")
                ? "application/soap+xml;charset=utf-8"
                : "text/xml;charset=utf-8";
        return Reply.of(200, charset, fault.getBytes(UTF_8));
    }

    private static String soap11(String code) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode>s:" + code
                + "</faultcode><faultstring>" + TEXT + "</faultstring></s:Fault></s:Body></s:Envelope>";
    }

    private static String soap12(String code) {
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code><s:Value>s:"
                + code
                + "</s:Value></s:Code><s:Reason><s:Text xml:lang=\"sv\">" + TEXT
                + "</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>";
    }

    private static Reply plain(Reply right) {
        String type = right.contentType();
        String body = "{\"error\": {\"code\": \"STUB-1\", \"message\": \"" + TEXT + "\"}}";
        if (type.contains("xml")) {
            body = "<error><code>STUB-1</code><message>" + TEXT + "</message></error>";
        } else if (type.contains("csv")) {
            body = "error;message\nSTUB-1;" + TEXT + "\n";
        }
        return Reply.of(200, type, body.getBytes(UTF_8));
    }
}
