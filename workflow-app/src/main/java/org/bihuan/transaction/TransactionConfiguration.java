package org.bihuan.transaction;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.function.SingletonSupplier;

/** The retry around transactions that write. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TransactionConfiguration {

    private static final int SHORTEST_PAUSE = 20;

    private static final int LONGEST_PAUSE = 200;

    /** Made before all other beans, so it looks the retry up when it is first needed. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor txRetryAdvisor(TransactionAttributeSource transactions, ObjectProvider<TxRetry> retry) {
        return new TxRetryAdvisor(transactions, SingletonSupplier.of(retry::getObject));
    }

    @Bean
    TxRetry txRetry(ObjectProvider<LostRace> races, ObjectProvider<MeterRegistry> meters) {
        return new TxRetry(new Races(races), TransactionConfiguration::pause, meters);
    }

    /** Of random length: two that collided must not come back at the same moment. */
    private static void pause() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE + 1));
    }
}
