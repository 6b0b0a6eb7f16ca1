package org.bihuan.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CaseRegisterTest {

    @Autowired
    CaseRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void numbersHaveNoGapsEvenWhenManyOpenAtOnceAndSomeFail() throws Exception {
        List<Callable<CaseNumber>> work = IntStream.range(0, 40)
                .<Callable<CaseNumber>>mapToObj(i -> () -> transaction.execute(status -> {
                    CaseNumber number = open("GAPLESS");
                    if (i % 4 == 0) {
                        status.setRollbackOnly();
                    }
                    return number;
                }))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var opened : threads.invokeAll(work)) {
                opened.get();
            }
        }

        CaseNumber next = transaction.execute(status -> open("GAPLESS"));
        assertThat(next).hasToString("GAPLESS-%d-000031".formatted(year()));
    }

    @Test
    void eachPrefixCountsForItself() {
        CaseNumber first = transaction.execute(status -> open("ONE"));
        CaseNumber second = transaction.execute(status -> open("TWO"));

        assertThat(List.of(first.value(), second.value()))
                .containsExactly("ONE-%d-000001".formatted(year()), "TWO-%d-000001".formatted(year()));
    }

    @Test
    void keepsRareCharacters() {
        CaseNumber number = transaction.execute(
                status -> register.open("incident", "RARE", "𠮷㐂😀", "𠮷路 1 号", null, "OPEN", null));

        assertThat(register.find(number)).get().extracting(CaseFile::title).isEqualTo("𠮷㐂😀");
    }

    @Test
    void refusesWhatIsNoCaseNumber() {
        assertThatThrownBy(() -> new CaseNumber("../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private CaseNumber open(String prefix) {
        return register.open("incident", prefix, "暴露垃圾", null, null, "OPEN", null);
    }

    private int year() {
        return clock.instant().atZone(ZoneId.of("Asia/Shanghai")).getYear();
    }
}
