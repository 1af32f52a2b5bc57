package se.tjanstenav.routes.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The links around a page; each keeps the other parameters of the request (national REST API profile, FNS.12). */
public final class PageLinks {

    private final String path;
    private final MultiValueMap<String, String> parameters;

    /**
     * Links of a list.
     *
     * @param path where the list is, from the start of every link on
     * @param parameters the query as it was sent
     */
    public PageLinks(String path, MultiValueMap<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    public Map<String, Link> around(PageMeta page) {
        Map<String, Link> links = new LinkedHashMap<>();
        int limit = Math.max(page.limit(), 1);
        long last = page.total() == 0 ? 0 : (page.total() - 1) / limit * limit;
        add(links, "self", page, page.offset());
        add(links, "first", page, 0);
        if (page.offset() > 0) {
            add(links, "prev", page, Math.min(Math.max(0, page.offset() - limit), last));
        }
        if (page.offset() + (long) limit < page.total()) {
            add(links, "next", page, page.offset() + (long) limit);
        }
        add(links, "last", page, last);
        return links;
    }

    /** To what was asked for, where that has no pages. */
    public Link self() {
        return link(new LinkedMultiValueMap<>(parameters), "self");
    }

    private void add(Map<String, Link> links, String rel, PageMeta page, long offset) {
        LinkedMultiValueMap<String, String> query = new LinkedMultiValueMap<>(parameters);
        query.set("limit", Integer.toString(page.limit()));
        query.set("offset", Long.toString(offset));
        links.put(rel, link(query, rel));
    }

    private Link link(MultiValueMap<String, String> query, String rel) {
        UriComponentsBuilder href = UriComponentsBuilder.fromUriString(path);
        query.forEach((name, values) -> href.queryParam(name, "{" + name + "}"));
        return Link.to(href.encode().buildAndExpand(query.toSingleValueMap()).toUriString(), rel);
    }
}
