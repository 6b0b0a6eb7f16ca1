package org.bihuan.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often an address may call: a bucket of tokens that fills slowly. In the memory of each node; the least recently
 * seen addresses are forgotten first, so that many addresses cannot fill it.
 */
class RequestRate {

    private static final int MOST_ADDRESSES = 20_000;

    private final double perSecond;
    private final int burst;
    private final Clock clock;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    RequestRate(int perMinute, int burst, Clock clock) {
        this.perSecond = perMinute / 60.0;
        this.burst = burst;
        this.clock = clock;
    }

    /** Zero when the address may call now, else how long until it may. */
    synchronized Duration take(String address) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(client(address), new Bucket(burst, now));
        double passed = Math.max(0, Duration.between(before.at, now).toMillis()) / 1000.0;
        double tokens = Math.min(burst, before.tokens + passed * perSecond);
        boolean free = tokens >= 1;
        buckets.put(client(address), new Bucket(free ? tokens - 1 : tokens, now));
        return free ? Duration.ZERO : Duration.ofSeconds((long) Math.ceil((1 - tokens) / perSecond));
    }

    /** One customer of an IPv6 provider has 2^64 addresses. */
    private static String client(String address) {
        String[] groups = address.split(":", -1);
        return groups.length > 4 && !address.contains("::")
                ? String.join(":", groups[0], groups[1], groups[2], groups[3])
                : address;
    }

    private record Bucket(double tokens, Instant at) {}
}
