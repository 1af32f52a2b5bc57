package se.tjanstenav.mocks.record;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to record, as the command line says it.
 *
 * @param headers to send, among them what the endpoint wants to see before it answers
 * @param soapAction with {@code body}, a SOAP 1.1 action; absent for SOAP 1.2
 * @param body the request to post; without one the address is read with GET
 * @param trust certificates (PEM) to trust beside none other
 * @param connectTo where to connect instead of where the host name leads, {@code host:port}
 */
record Order(
        URI url,
        Path folder,
        Map<String, String> headers,
        int pages,
        @Nullable String soapAction,
        @Nullable String body,
        @Nullable Path trust,
        @Nullable URI connectTo) {

    static final String USAGE = """
            Records an https address into the folder of a stub agency, secrets and personal numbers masked.
              <https-url> <folder>           the folder's name becomes the agency's id; more feeds may follow
              --header "Name: value"         sent with every request, never written; may be repeated
              --header @file                 the same from a file, one header a line
              --pages n                      follow Link rel=next to at most n pages, 1 unless given
              --body file                    post this instead of reading
              --soap-action action           of a SOAP 1.1 body
              --trust file                   certificates (PEM) to trust instead of the usual authorities
              --connect-to host:port         connect there, still under the address's own name""";

    private static final int MOST_PAGES = 1000;

    @Override
    public String toString() {
        return "Order[" + url.getHost() + " into " + folder + "]";
    }

    /** Reads a command line; what is wrong with it is an {@link IllegalArgumentException}. */
    static Order parse(String... arguments) throws IOException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        List<String> plain = new ArrayList<>();
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> options = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.equals("--header")) {
                headers.putAll(headers(value(argument, rest)));
            } else if (argument.matches("--(pages|body|soap-action|trust|connect-to)")) {
                options.put(argument, value(argument, rest));
            } else {
                require(!argument.startsWith("--"), "Unknown option " + argument);
                plain.add(argument);
            }
        }
        require(plain.size() == 2, "An address and a folder are wanted");
        return new Order(
                https(plain.get(0)),
                Path.of(plain.get(1)).toAbsolutePath().normalize(),
                headers,
                pages(options.getOrDefault("--pages", "1")),
                options.get("--soap-action"),
                options.containsKey("--body") ? Files.readString(Path.of(options.get("--body"))) : null,
                options.containsKey("--trust") ? Path.of(options.get("--trust")) : null,
                options.containsKey("--connect-to") ? URI.create("https://" + options.get("--connect-to")) : null);
    }

    /** The agency's id. */
    String id() {
        String id = String.valueOf(folder.getFileName());
        require(id.matches("[a-z][a-z0-9-]*"), "The folder's name becomes the agency's id: a to z, 0 to 9 and hyphens");
        return id;
    }

    /** One header, or those of a file, one a line: a command line can be seen by others on the machine. */
    private static Map<String, String> headers(String argument) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line :
                argument.startsWith("@") ? Files.readAllLines(Path.of(argument.substring(1))) : List.of(argument)) {
            String[] parts = line.split(":", 2);
            require(parts.length == 2 && parts[0].matches("[\\w!#$%&'*+.^`|~-]+"), "--header wants \"Name: value\"");
            headers.put(parts[0], parts[1].strip());
        }
        return headers;
    }

    private static URI https(String address) {
        URI url = URI.create(address);
        require("https".equals(url.getScheme()) && url.getHost() != null, "The address must begin with https://");
        return url;
    }

    private static int pages(String number) {
        require(number.matches("\\d{1,4}"), "--pages wants a number");
        int pages = Integer.parseInt(number);
        require(pages >= 1 && pages <= MOST_PAGES, "--pages wants a number from 1 to " + MOST_PAGES);
        return pages;
    }

    private static String value(String option, Deque<String> rest) {
        require(!rest.isEmpty(), option + " wants a value");
        return rest.pop();
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
