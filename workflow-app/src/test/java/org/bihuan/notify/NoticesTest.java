package org.bihuan.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bihuan.HandClock;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.InboxFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class NoticesTest {

    private static final Instant AT = Instant.parse("2026-11-22T04:00:00.123Z");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    NoticeService service;

    @Autowired
    NoticeMapper mapper;

    @Autowired
    DeliveryMapper deliveries;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    long post;
    long wang;
    long li;

    @BeforeEach
    void prepare() {
        SecurityContextHolder.clearContext();
        errands = new InboxFixtures(context);
        post = errands.post();
        wang = errands.person("王芳", post);
        li = errands.person("李强");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Writing {

        @Test
        void tellsEachPersonOnceHoweverOftenTheEventIsTold() {
            tell(notice("task.urged", "请尽快", wang, li));
            tell(notice("task.urged", "请尽快", wang));

            assertThat(kinds(wang)).containsExactly("task.urged");
            assertThat(kinds(li)).containsExactly("task.urged");
        }

        @Test
        void tellsSomethingElseAsWell() {
            tell(notice("task.urged", "请尽快", wang));
            tell(notice("task.urged", "再催一次", wang));
            tell(notice("task.copied", "请尽快", wang));

            assertThat(kinds(wang)).containsExactlyInAnyOrder("task.urged", "task.urged", "task.copied");
        }

        @Test
        void isUndoneWithTheDeed() {
            transaction.executeWithoutResult(status -> {
                events.publishEvent(notice("task.urged", "", wang));
                status.setRollbackOnly();
            });

            assertThat(kinds(wang)).isEmpty();
        }

        @Test
        void needsTheTransactionOfTheDeed() {
            assertThatThrownBy(() -> events.publishEvent(notice("task.urged", "", wang)))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void shortensWhatIsTooLongWithoutBreakingACharacter() {
            tell(notice("task.mentioned", "𠮷".repeat(1200), wang));

            InboxFixtures.signIn(wang);
            assertThat(service.page(null, 1).getFirst().words()).isEqualTo("𠮷".repeat(1000));
        }

        @Test
        void leavesNoMessageWhereNoWayOutIsOpen() {
            tell(notice("task.urged", "", wang));

            assertThat(jdbc.queryForObject(
                            "select count(*) from outbox_message where topic = 'notice' and payload like ?",
                            Long.class,
                            "%" + eventId(wang) + "%"))
                    .isZero();
        }
    }

    @Nested
    class Reading {

        @Test
        void leadsToTheCaseAndMarksTheNoticeAsRead() {
            tell(notice("task.urged", "", wang));
            InboxFixtures.signIn(wang);
            assertThat(service.unread()).isOne();

            long id = service.page(null, 10).getFirst().id();

            assertThat(service.open(id)).contains("errands/INBOX-2026-000001");
            assertThat(service.unread()).isZero();
            assertThat(service.page(null, 10).getFirst().readAt()).isNotNull();
        }

        @Test
        void nobodyOpensTheNoticesOfOthers() {
            tell(notice("task.urged", "", wang));
            InboxFixtures.signIn(wang);
            long id = service.page(null, 10).getFirst().id();
            InboxFixtures.signIn(li);

            assertThat(service.open(id)).isEmpty();
            assertThat(service.page(null, 10)).isEmpty();
            service.readAll(id);
            InboxFixtures.signIn(wang);
            assertThat(service.unread()).isOne();
        }

        @Test
        void markingAllLeavesWhatCameSince() {
            tell(notice("task.urged", "1", wang));
            InboxFixtures.signIn(wang);
            long seen = service.page(null, 10).getFirst().id();
            tell(notice("task.urged", "2", wang));

            service.readAll(seen);

            assertThat(service.page(null, 10))
                    .extracting(NoticeRow::words, row -> row.readAt() == null)
                    .containsExactly(tuple("2", true), tuple("1", false));
        }

        @Test
        void isNewsForTheOtherPagesOfThePerson() {
            tell(notice("task.urged", "", wang));
            InboxFixtures.signIn(wang);
            long id = service.page(null, 1).getFirst().id();
            long before = news();

            service.open(id);
            service.readAll(id);

            assertThat(news()).isEqualTo(before + 2);
        }

        private long news() {
            return jdbc.queryForObject("select count(*) from inbox_change where staff_id = ?", Long.class, wang);
        }

        @Test
        void goesOnAfterTheLastOne() {
            for (int i = 0; i < 5; i++) {
                tell(notice("task.urged", String.valueOf(i), wang));
            }
            InboxFixtures.signIn(wang);

            List<NoticeRow> first = service.page(null, 3);
            List<NoticeRow> second = service.page(first.getLast(), 3);

            assertThat(first).extracting(NoticeRow::words).containsExactly("4", "3", "2");
            assertThat(second).extracting(NoticeRow::words).containsExactly("1", "0");
        }

        @Test
        void findsNoPageForAFamilyWithoutOne() {
            transaction.executeWithoutResult(status -> events.publishEvent(new Notice(
                    "task.urged",
                    Set.of(wang),
                    new CaseRef("nofamily", new CaseNumber("INBOX-2026-000001")),
                    "x",
                    "",
                    AT)));
            InboxFixtures.signIn(wang);

            assertThat(service.open(service.page(null, 1).getFirst().id())).isEmpty();
        }
    }

    @Nested
    class Sweeping {

        @Test
        void forgetsReadOnesAfterNinetyDaysAndAllAfterAYear() {
            Instant now = clock.instant();
            row("old and read", now.minus(Duration.ofDays(100)), now.minus(Duration.ofDays(91)));
            row("just read", now.minus(Duration.ofDays(100)), now.minus(Duration.ofDays(89)));
            row("unread", now.minus(Duration.ofDays(364)), null);
            row("ancient", now.minus(Duration.ofDays(366)), null);

            new NoticeSweep(mapper, deliveries, transaction, new HandClock(now)).sweep();

            InboxFixtures.signIn(wang);
            assertThat(service.page(null, 10)).extracting(NoticeRow::words).containsExactly("unread", "just read");
        }

        private void row(String words, Instant at, @Nullable Instant readAt) {
            tell(new Notice("task.urged", Set.of(wang), ref(), "标题", words, at));
            transaction.executeWithoutResult(status -> jdbc.update(
                    "update notify_notice set read_at = ? where staff_id = ? and words = ?",
                    readAt == null ? null : Timestamp.from(readAt),
                    wang,
                    words));
        }
    }

    private void tell(Notice notice) {
        transaction.executeWithoutResult(status -> events.publishEvent(notice));
    }

    private static Notice notice(String kind, String words, Long... staffIds) {
        return new Notice(kind, Set.of(staffIds), ref(), "暴露垃圾", words, AT);
    }

    private static CaseRef ref() {
        return new CaseRef("errand", new CaseNumber("INBOX-2026-000001"));
    }

    private List<String> kinds(long staffId) {
        return jdbc.queryForList("select kind from notify_notice where staff_id = ?", String.class, staffId);
    }

    private String eventId(long staffId) {
        return jdbc.queryForObject("select event_id from notify_notice where staff_id = ?", String.class, staffId);
    }
}
