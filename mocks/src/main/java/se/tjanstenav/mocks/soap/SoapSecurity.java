package se.tjanstenav.mocks.soap;

import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** The WS-Security and WS-Addressing of SOAP agencies that want them. */
final class SoapSecurity {

    private SoapSecurity() {}

    static WSAddressingFeature addressing() {
        WSAddressingFeature feature = new WSAddressingFeature();
        feature.setAddressingRequired(true);
        return feature;
    }

    /** Only a message whose body and timestamp are both signed, by a key that the trusted authority vouches for. */
    static List<Interceptor<? extends Message>> signature(KeyStore trusted) {
        Merlin crypto = new Merlin();
        crypto.setTrustStore(trusted);
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
        settings.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, "trusted");
        settings.put("trusted", crypto);
        DefaultCryptoCoverageChecker coverage = new DefaultCryptoCoverageChecker();
        coverage.setSignBody(true);
        coverage.setSignTimestamp(true);
        return List.of(new WSS4JInInterceptor(settings), coverage);
    }

    /** Only a digest with nonce and created is accepted, each nonce once. */
    static WSS4JInInterceptor usernameToken(Map<String, String> passwordByUser) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, ConfigurationConstants.USERNAME_TOKEN);
        settings.put(ConfigurationConstants.PASSWORD_TYPE, WSS4JConstants.PW_DIGEST);
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, (CallbackHandler) callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(passwordByUser.get(asked.getIdentifier()));
                }
            }
        });
        return new WSS4JInInterceptor(settings);
    }
}
