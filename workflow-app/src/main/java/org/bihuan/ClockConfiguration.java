package org.bihuan;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Whole seconds, because that is what the database keeps: what is read back equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }
}
