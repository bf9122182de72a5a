package jp.kiyome.approval.openid;

import java.net.URI;
import java.util.Map;

/**
 * Where a provider is asked what, as it says itself (OpenID Connect Discovery 1.0, 3).
 *
 * @param namesItself whether it says who it is when it sends somebody back (RFC 9207)
 */
record Endpoints(URI authorization, URI token, URI keys, boolean namesItself) {

    static Endpoints read(URI issuer, Map<String, Object> document) throws ProviderTrouble {
        if (!issuer.toString().equals(document.get("issuer"))) {
            throw new ProviderTrouble("its document is another issuer's");
        }
        return new Endpoints(
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                address(document, "jwks_uri"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private static URI address(Map<String, Object> document, String name) throws ProviderTrouble {
        try {
            if (document.get(name) instanceof String text) {
                URI address = URI.create(text);
                if (Protected.is(address)) {
                    return address;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ProviderTrouble("its " + name + " is no address", e);
        }
        throw new ProviderTrouble("its " + name + " is missing or not protected");
    }
}
