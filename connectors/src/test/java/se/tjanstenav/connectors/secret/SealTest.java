package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final SecretKeys.Active K1 = SecretKeys.of(new SecretsProperties(Map.of("k1", KEY), null))
            .active()
            .orElseThrow();
    private static final SecretSlot SLOT = new SecretSlot("name", "connector", SecretField.API_KEY);

    private final String sealed = Seal.close("open sesame å€😀", SLOT, K1);

    @Test
    void opensWhatItClosed() {
        assertThat(Seal.open(sealed, SLOT, "k1", K1.key())).contains("open sesame å€😀");
    }

    @Test
    void closesTheSameValueDifferentlyEachTime() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = Base64.getDecoder().decode(Seal.close("same", SLOT, K1));
            assertThat(bytes).hasSize(1 + 12 + 4 + 16);
            nonces.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 1, 13)));
        }
        assertThat(nonces).hasSize(1000);
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThat(Seal.open(Base64.getEncoder().encodeToString(altered), SLOT, "k1", K1.key()))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void opensNothingThatIsCutOffOrNoBase64() {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int length = 0; length < bytes.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
            assertThat(Seal.open(cut, SLOT, "k1", K1.key())).isEmpty();
        }
        assertThat(Seal.open("%%%", SLOT, "k1", K1.key())).isEmpty();
    }

    @Test
    void opensForItsOwnSlotAndKeyIdOnly() {
        assertThat(open(new SecretSlot("other", "connector", SecretField.API_KEY), "k1"))
                .isFalse();
        assertThat(open(new SecretSlot("name", "other", SecretField.API_KEY), "k1"))
                .isFalse();
        assertThat(open(new SecretSlot("name", "connector", SecretField.PASSWORD), "k1"))
                .isFalse();
        // The parts are not simply joined.
        assertThat(open(new SecretSlot("ename", "connecto", SecretField.API_KEY), "k1"))
                .isFalse();
        assertThat(open(new SecretSlot("rname", "connecto", SecretField.API_KEY), "k1"))
                .isFalse();
        // A key under another id, even if it is the same key.
        assertThat(open(SLOT, "k0")).isFalse();
    }

    private boolean open(SecretSlot slot, String keyId) {
        return Seal.open(sealed, slot, keyId, K1.key()).isPresent();
    }
}
