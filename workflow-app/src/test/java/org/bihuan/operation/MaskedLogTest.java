package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class MaskedLogTest {

    private final LoggerContext context = new LoggerContext();
    private final Written written = new Written();
    private final MaskedAppender appender = new MaskedAppender(written);

    @Test
    void masksMessageArgumentsAndEveryCause() {
        log(
                "org.bihuan.x",
                "Call {}",
                new IllegalStateException("no 张三", new RuntimeException("13812345678")),
                "张三 13812345678");

        assertThat(written.json)
                .contains("\"message\":\"Call *** ***\"", "no ***", "IllegalStateException")
                .doesNotContain("张三", "13812345678");
    }

    @Test
    void leavesTheMarksOfTheLine() {
        log("org.bihuan.x", "calm", null);

        assertThat(written.json).contains("\"trace\":\"0123456789abcdef\"", "\"case\":\"SBQ-2026-000123\"");
    }

    @Test
    void leavesWhatTheProgramSaysInChineseAtItsStart() {
        log("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "没有设置数据库地址 13812345678", null);

        assertThat(written.json).contains("没有设置数据库地址 ***");
    }

    private void log(String logger, String message, @Nullable Throwable error, Object... arguments) {
        var event = new LoggingEvent("x", context.getLogger(logger), Level.WARN, message, error, arguments);
        event.setMDCPropertyMap(Map.of("trace", "0123456789abcdef", "case", "SBQ-2026-000123"));
        appender.start();
        appender.doAppend(event);
    }

    /** The lines as production writes them. */
    private final class Written extends AppenderBase<ILoggingEvent> {

        private String json = "";

        @Override
        protected void append(ILoggingEvent event) {
            try {
                json = new String(encoder().encode(event), StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                // logback would swallow it
                throw new AssertionError(e);
            }
        }

        private Encoder<ILoggingEvent> encoder() {
            MaskedLogTest.this.context.putObject(Environment.class.getName(), new MockEnvironment());
            var encoder = new StructuredLogEncoder();
            encoder.setContext(MaskedLogTest.this.context);
            encoder.setFormat("ecs");
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.start();
            return encoder;
        }

        private Written() {
            start();
        }
    }
}
