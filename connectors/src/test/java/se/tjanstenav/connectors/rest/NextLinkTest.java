package se.tjanstenav.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class NextLinkTest {

    @Test
    void findsTheNextPageAmongOtherLinks() {
        assertThat(
                        NextLink.in(
                                link(
                                        "<https://a.example/list?page=1>; rel=\"prev first\", </list?page=3>; title=\"x\"; rel=\"next\"")))
                .contains("/list?page=3");
    }

    @Test
    void findsNothingOnTheLastPage() {
        assertThat(NextLink.in(link("<https://a.example/list?page=1>; rel=\"prev\"")))
                .isEmpty();
        assertThat(NextLink.in(new HttpHeaders())).isEmpty();
    }

    private static HttpHeaders link(String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.LINK, value);
        return headers;
    }
}
