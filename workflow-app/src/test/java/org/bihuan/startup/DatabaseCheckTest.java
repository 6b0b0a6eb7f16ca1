package org.bihuan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckTest {

    @Nested
    class Flush {

        @ParameterizedTest
        @CsvSource({"1, false, 0", "1, true, 1"})
        void isEnough(int atCommit, boolean binaryLog, long syncBinaryLog) {
            assertThatCode(() -> DatabaseCheck.requireFlush(atCommit, binaryLog, syncBinaryLog))
                    .doesNotThrowAnyException();
        }

        @ParameterizedTest
        @CsvSource({
            "0, false, 0, innodb_flush_log_at_trx_commit = 0",
            "2, true, 1, innodb_flush_log_at_trx_commit = 2",
            "1, true, 0, sync_binlog = 0",
            "1, true, 1000, sync_binlog = 1000"
        })
        void isTooLittle(int atCommit, boolean binaryLog, long syncBinaryLog, String sentence) {
            assertThatThrownBy(() -> DatabaseCheck.requireFlush(atCommit, binaryLog, syncBinaryLog))
                    .isInstanceOf(StartupRefusedException.class)
                    .hasMessageContaining(sentence);
        }
    }

    @Nested
    class Skew {

        private final Instant noon = Instant.parse("2026-11-22T12:00:00Z");

        @ParameterizedTest
        @CsvSource({"0, 0, 0, 0", "0, 40, 90, 0", "0, -31, 2, 31", "0, 100, 60, 40", "0, 90, 90, 0"})
        void isWhatTheWayThereAndBackDoesNotExplain(int before, int there, int after, int skew) {
            assertThat(DatabaseCheck.skew(noon.plusSeconds(before), noon.plusSeconds(there), noon.plusSeconds(after)))
                    .isEqualTo(Duration.ofSeconds(skew));
        }
    }
}
