package se.tjanstenav.mocks;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** The same question, what services there are, to an agency of either kind. */
enum Asked {
    REST("skelleftea", "SKE-1001"),
    SOAP("bolagsverket", "BV-AB-REG");

    final String agency;
    final String code;

    Asked(String agency, String code) {
        this.agency = agency;
        this.code = code;
    }

    StubClient.Answer ask(StubClient client) throws IOException {
        return client.send(request(client));
    }

    HttpUriRequestBase request(StubClient client) {
        return this == REST
                ? client.getting("api.skelleftea.example", "/kontaktcenter/v1/tjanster?limit=50")
                : client.posting(
                        "ws.bolagsverket.example",
                        "/tjanstekatalog/v1",
                        SoapRequests.soap11(SoapRequests.BOLAGSVERKET, "HamtaTjansterBegaran"),
                        "Content-Type",
                        "text/xml;charset=utf-8",
                        "SOAPAction",
                        "\"" + SoapRequests.BOLAGSVERKET + "/HamtaTjanster\"");
    }
}
