package org.bihuan.operation;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Puts the mask before every output of the log as soon as Spring Boot has set the log up. */
class MaskedLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(MaskedLog::mask);
        }
    }

    private static void mask(Logger logger) {
        List<Appender<ILoggingEvent>> outputs = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(outputs::add);
        for (Appender<ILoggingEvent> output : outputs) {
            if (!(output instanceof MaskedAppender)) {
                logger.detachAppender(output);
                var masked = new MaskedAppender(output);
                masked.start();
                logger.addAppender(masked);
            }
        }
    }
}
