package org.bihuan.outbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows a receiver that a call is ours and not an old one. */
public final class Signature {

    /** Header that carries the message's id, which is the same at every attempt. */
    public static final String MESSAGE_ID = "Bihuan-Message-Id";

    /** Header that carries {@link #of}. */
    public static final String HEADER = "Bihuan-Signature";

    private Signature() {}

    /** {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hexadecimal>}; the time makes old calls useless. */
    public static String of(String secret, Instant now, String body) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(secret, seconds + "." + body));
    }

    /** HMAC-SHA256 of the text. */
    public static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
