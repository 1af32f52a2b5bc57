package se.tjanstenav.mocks.identity;

import java.security.KeyStore;

/** What a client makes of the PEM it was given, and what a stranger would come with. */
public final class ClientKeys {

    private ClientKeys() {}

    public static KeyStore keyStore(String pem, String password) {
        return CertificateAuthority.keyStore(Identity.parse(pem), password.toCharArray());
    }

    /** Certificate and key of a client that another authority vouches for. */
    public static String strangersPem() {
        return CertificateAuthority.create().client("tjanstenav").pem();
    }
}
