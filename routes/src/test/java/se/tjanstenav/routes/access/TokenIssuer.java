package se.tjanstenav.routes.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of tokens with its key set on a loopback port. */
final class TokenIssuer implements AutoCloseable {

    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "tjanstenav";

    private final RSAKey key = newKey();
    private final AtomicInteger fetches = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = Answer.KEYS;

    /** How the key set is answered. */
    enum Answer {
        KEYS,
        FAILURE,
        REDIRECT,
        ENDLESS,
        SILENCE
    }

    TokenIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/keys", this::answer);
        server.createContext("/elsewhere", exchange -> send(exchange, 200, keySet()));
        server.start();
    }

    URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    RSAKey key() {
        return key;
    }

    int fetches() {
        return fetches.get();
    }

    void answer(Answer next) {
        answer = next;
    }

    /** The claims of a good token of an operator, to be altered. */
    static JWTClaimsSet.Builder operator() {
        return claims().claim("role", "operator");
    }

    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("anna")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(240)));
    }

    String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key, "at+jwt");
    }

    static String sign(JWTClaimsSet.Builder claims, RSAKey key, String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        switch (answer) {
            case KEYS -> send(exchange, 200, keySet());
            case FAILURE -> send(exchange, 500, "");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                send(exchange, 302, "");
            }
            case ENDLESS -> send(exchange, 200, keySet() + " ".repeat(200_000));
            case SILENCE -> {
                // The exchange stays open until the server stops.
            }
        }
    }

    private String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
