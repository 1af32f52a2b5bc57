package se.tjanstenav.mocks.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.RunningAgencies;
import se.tjanstenav.mocks.agency.RunningAgency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person or program needs to call one agency, and how it is just now.
 *
 * @param protection a word of {@link #PROTECTIONS}, or {@code none}
 * @param user the client id or user name that goes with the secret
 * @param volumes how many records data files were asked to have
 * @param unused mappings and operations nobody has asked so far
 * @param secretFile where the secret lies; the secret itself is never shown
 */
public record AgencyStatus(
        String id,
        String name,
        String url,
        @Nullable String wsdl,
        String host,
        int port,
        String protection,
        @Nullable String user,
        @Nullable String tokenUrl,
        @Nullable String secret,
        @Nullable String secretFile,
        String trust,
        boolean running,
        boolean held,
        Fault fault,
        Scenario scenario,
        Map<String, Long> volumes,
        Set<String> dataFiles,
        int requests,
        List<String> unused,
        List<String> unmatched) {

    /** The members of {@code agency.json} that protect an agency, and what people call them. */
    static final Map<String, String> PROTECTIONS = Map.of(
            "oauth2", "OAuth2 client credentials",
            "apiKey", "API key",
            "clientCertificate", "mutual TLS",
            "usernameToken", "WS-Security UsernameToken",
            "signature", "WS-Security X.509 signature");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static List<AgencyStatus> all(RunningAgencies agencies, Path folder) {
        return agencies.all().stream().map(each -> of(each, folder)).toList();
    }

    private static AgencyStatus of(RunningAgency running, Path folder) {
        Agency agency = running.agency();
        String base = "https://" + agency.host();
        String url = base + agency.path();
        String secret = agency.secret();
        Agency.OAuth2 oauth2 = agency.oauth2();
        return new AgencyStatus(
                agency.id(),
                agency.name(),
                url,
                agency.soap() == null ? null : url + "?wsdl",
                agency.host(),
                running.port(),
                protection(agency),
                user(agency),
                oauth2 == null ? null : base + oauth2.tokenPath(),
                secret,
                secret == null ? null : folder.resolve(secret).toString(),
                folder.resolve("ca.pem").toString(),
                running.running(),
                running.gate().held(),
                running.gate().chosenFault(),
                running.gate().scenario(),
                volumes(running),
                running.dataFiles(),
                running.gate().requests(),
                running.unused(),
                running.unmatched());
    }

    private static Map<String, Long> volumes(RunningAgency running) {
        Map<String, Long> records = new TreeMap<>();
        running.gate().volumes().forEach((file, volume) -> records.put(file, volume.records()));
        return records;
    }

    /** How it is just now, in a line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-30s %-8s %-5s fault %-22s scenario %-11s requests %-7d %s%n",
                id,
                running ? "running" : "stopped",
                held ? "held" : "",
                fault,
                scenario,
                requests,
                volumes.isEmpty() ? "" : "volume " + volumes);
    }

    /** The protection as people call it. */
    String protectionName() {
        return PROTECTIONS.getOrDefault(protection, "none");
    }

    /** A command line that reaches the agency under its own name. */
    String curl() {
        return "curl --cacert %s --connect-to %s:443:127.0.0.1:%d%s '%s'"
                .formatted(
                        trust,
                        host,
                        port,
                        protection.equals("clientCertificate") ? " --cert " + secretFile : "",
                        wsdl == null ? url : wsdl);
    }

    private static String protection(Agency agency) {
        JsonNode description = JSON.valueToTree(agency);
        return PROTECTIONS.keySet().stream()
                .filter(description::hasNonNull)
                .findFirst()
                .orElse("none");
    }

    private static @Nullable String user(Agency agency) {
        if (agency.oauth2() != null) {
            return agency.oauth2().clientId();
        }
        return agency.usernameToken() == null ? null : agency.usernameToken().user();
    }
}
