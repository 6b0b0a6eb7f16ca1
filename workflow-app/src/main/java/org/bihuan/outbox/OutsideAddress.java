package org.bihuan.outbox;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Which addresses of the operator's are called at all. */
public final class OutsideAddress {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private OutsideAddress() {}

    /**
     * The address that a property names.
     *
     * @throws InvalidConfigurationPropertyValueException unless it is an https address without name and password; http
     *     only on this machine
     */
    public static URI of(String property, String url) {
        try {
            URI address = URI.create(url);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean safe = scheme.equals("https") || scheme.equals("http") && OWN_MACHINE.contains(address.getHost());
            if (safe && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new InvalidConfigurationPropertyValueException(
                property, url, "It is an https address without name and password (http only on this machine).");
    }
}
