package org.bihuan.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands before another appender, whatever its format, and lets nothing personal through to it. */
class MaskedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    /** They say in Chinese what to change, or name the invented people of the demonstration. */
    private static final List<String> SPEAK_CHINESE =
            List.of("org.springframework.boot.diagnostics.", "org.bihuan.startup.", "org.bihuan.demo.");

    private final Appender<ILoggingEvent> output;

    MaskedAppender(Appender<ILoggingEvent> output) {
        this.output = output;
        setName(output.getName());
        setContext(output.getContext());
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean chinese = SPEAK_CHINESE.stream().anyMatch(event.getLoggerName()::startsWith);
        String message = event.getFormattedMessage();
        output.doAppend(new MaskedEvent(
                event,
                message == null
                        ? ""
                        : chinese ? PersonalData.maskQuotedAndNumbers(message) : PersonalData.mask(message),
                masked(event.getThrowableProxy())));
    }

    @Override
    public void stop() {
        super.stop();
        output.stop();
    }

    static @Nullable IThrowableProxy masked(@Nullable IThrowableProxy error) {
        return error == null ? null : new MaskedThrowable(error);
    }
}
