package org.bihuan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    private Instant now = Instant.parse("2026-11-22T04:00:00Z");

    private final RequestRate rate = new RequestRate(60, 3, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void letsABurstThroughAndThenOneASecond() {
        assertThat(rate.take("10.0.0.1")).isZero();
        assertThat(rate.take("10.0.0.1")).isZero();
        assertThat(rate.take("10.0.0.1")).isZero();
        assertThat(rate.take("10.0.0.1")).isEqualTo(Duration.ofSeconds(1));

        now = now.plusSeconds(1);
        assertThat(rate.take("10.0.0.1")).isZero();
        assertThat(rate.take("10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void savesUpNoMoreThanABurst() {
        now = now.plus(Duration.ofDays(1));
        rate.take("10.0.0.1");
        now = now.plus(Duration.ofDays(1));

        for (int i = 0; i < 3; i++) {
            assertThat(rate.take("10.0.0.1")).isZero();
        }
        assertThat(rate.take("10.0.0.1")).isPositive();
    }

    @Test
    void countsEachAddressForItself() {
        for (int i = 0; i < 4; i++) {
            rate.take("10.0.0.1");
        }

        assertThat(rate.take("10.0.0.2")).isZero();
    }

    @Test
    void takesTheAddressesOfOneCustomerForOne() {
        for (int i = 0; i < 3; i++) {
            rate.take("2001:db8:1:2:0:0:0:" + i);
        }

        assertThat(rate.take("2001:db8:1:2:a:b:c:d")).isPositive();
        assertThat(rate.take("2001:db8:1:3:0:0:0:1")).isZero();
    }

    @Test
    void isNotFooledByAClockThatGoesBack() {
        for (int i = 0; i < 3; i++) {
            rate.take("10.0.0.1");
        }
        now = now.minusSeconds(100);

        assertThat(rate.take("10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void forgetsAddressesOnceThereAreTooMany() {
        for (int i = 0; i < 4; i++) {
            rate.take("10.0.0.1");
        }
        for (int i = 0; i < 20_000; i++) {
            rate.take("other " + i);
        }

        assertThat(rate.take("10.0.0.1")).isZero();
    }
}
