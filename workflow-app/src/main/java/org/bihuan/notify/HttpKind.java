package org.bihuan.notify;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bihuan.outbox.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the other side of an HTTP channel speaks. */
enum HttpKind {
    /** Any gateway: signed by headers like the webhook of events. */
    GENERIC("{\"phone\":{phone},\"subject\":{subject},\"text\":{subject},\"url\":{url},\"messageId\":{messageId}}"),
    /** The robot of a WeCom group: the key in its address is its secret. */
    WECOM("{\"msgtype\":\"text\",\"text\":{\"content\":{brief},\"mentioned_mobile_list\":[{phone}]}}"),
    /** The robot of a DingTalk group, with its secret for signing (加签). */
    DINGTALK(
            "{\"msgtype\":\"text\",\"text\":{\"content\":{brief}},\"at\":{\"atMobiles\":[{phone}],\"isAtAll\":false}}");

    private final String template;

    HttpKind(String template) {
        this.template = template;
    }

    /** The usual body. */
    String template() {
        return template;
    }

    boolean needsSecret() {
        return this != WECOM;
    }

    /** The address of this call. */
    URI signed(URI url, String secret, Instant now) {
        if (this != DINGTALK) {
            return url;
        }
        String timestamp = String.valueOf(now.toEpochMilli());
        String sign = Base64.getEncoder().encodeToString(Signature.hmac(secret, timestamp + "\n" + secret));
        String separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + separator + "timestamp=" + timestamp + "&sign="
                + URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }

    /** Robots answer 200 whatever happens; the code of what went wrong, if something did. */
    Optional<String> failure(String answer) {
        if (this == GENERIC) {
            return Optional.empty();
        }
        try {
            JsonNode code = JsonMapper.shared().readTree(answer).path("errcode");
            if (code.isIntegralNumber()) {
                return code.asLong() == 0 ? Optional.empty() : Optional.of("ERRCODE_" + code.asLong());
            }
        } catch (JacksonException e) {
            // said below
        }
        return Optional.of("BAD_ANSWER");
    }
}
