package se.tjanstenav.mocks.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import se.tjanstenav.mocks.Fault;

/** XML that makes a careless parser fetch, read or multiply. The right answer is kept around it where that is XML. */
final class HostileXml {

    private static final String PLAIN = "<tjanster><tjanst>Ingen</tjanst></tjanster>";

    private HostileXml() {}

    static Reply in(Reply right, Fault fault) {
        String xml = right.contentType().contains("xml") ? text(right) : PLAIN;
        String hostile =
                switch (fault) {
                    case DOCTYPE ->
                        withPrologue(
                                xml,
                                "<!DOCTYPE t SYSTEM \"https://10.0.0.1/stub.dtd\" [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>");
                    case ENTITY_BOMB -> withFirst(withPrologue(xml, bomb()), "&e9;");
                    default ->
                        withFirst(
                                xml,
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"file:///etc/hostname\"/>");
                };
        return right.withBody(hostile.getBytes(ISO_8859_1));
    }

    private static String bomb() {
        StringBuilder type = new StringBuilder("<!DOCTYPE t [<!ENTITY e0 \"tio tecken \">");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return type.append("]>").toString();
    }

    private static String withPrologue(String xml, String type) {
        int after = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
        return xml.substring(0, after) + type + xml.substring(after);
    }

    /** Puts something before the first end tag, where text or an element may stand. */
    private static String withFirst(String xml, String inserted) {
        int at = xml.indexOf("</");
        return xml.substring(0, at) + inserted + xml.substring(at);
    }

    /** The bytes as they are: only ASCII is looked for, so any encoding that contains it will do. */
    private static String text(Reply reply) {
        return new String(reply.bytes(), ISO_8859_1);
    }
}
