package org.bihuan.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.SqlSessionFactory;
import org.bihuan.IntegrationTest;
import org.bihuan.TestCases;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseEvent;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@WithMockUser
class AuditLogTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Instant AT = Instant.parse("2026-11-22T08:10:00Z");
    private static final Actor WANG = Actor.staff(7, "王小明");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    AuditLog log;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlSessionFactory sessions;

    private final CaseNumber number = new CaseNumber("AUDIT-2026-%06d".formatted(COUNTER.incrementAndGet()));

    @BeforeEach
    void readable() {
        TestCases.open(context, "AUDIT-");
    }

    @Nested
    class Append {

        @Test
        void keepsEverythingThatTheEventTells() {
            publish(new Accepted(number, WANG, "马上就去", false));

            assertThat(log.entries(number)).singleElement().satisfies(entry -> {
                assertThat(entry.caseNumber()).isEqualTo(number.value());
                assertThat(entry.eventType()).isEqualTo("incident.accepted");
                assertThat(entry.actor()).isEqualTo(WANG);
                assertThat(entry.at()).isEqualTo(AT);
                assertThat(entry.note()).isEqualTo("马上就去");
                assertThat(entry.visibleToReporter()).isFalse();
            });
        }

        @Test
        void goesBackTogetherWithTheDeed() {
            transaction.executeWithoutResult(status -> {
                publisher.publishEvent(new Accepted(number, WANG, "", true));
                status.setRollbackOnly();
            });

            assertThat(log.entries(number)).isEmpty();
        }

        @Test
        void refusesAnEventOutsideOfATransaction() {
            assertThatThrownBy(() -> publisher.publishEvent(new Accepted(number, WANG, "", true)))
                    .isInstanceOf(IllegalTransactionStateException.class);
            assertThat(log.entries(number)).isEmpty();
        }

        @Test
        void keepsTheLongestNoteOfRareCharacters() {
            String note = "𠮷".repeat(4000);

            publish(new Accepted(number, WANG, note, true));

            assertThat(log.entries(number)).extracting(AuditEntry::note).containsExactly(note);
        }

        @Test
        void refusesALongerNoteInsteadOfCuttingIt() {
            assertThatThrownBy(() -> publish(new Accepted(number, WANG, "长".repeat(4001), true)))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }

        @Test
        void hasNoStatementThatChangesOrRemovesAnEntry() {
            Collection<?> statements = sessions.getConfiguration().getMappedStatements();

            assertThat(statements)
                    .filteredOn(MappedStatement.class::isInstance)
                    .map(MappedStatement.class::cast)
                    .filteredOn(statement -> statement.getId().startsWith(AuditMapper.class.getName() + "."))
                    .extracting(MappedStatement::getSqlCommandType)
                    .containsOnly(SqlCommandType.INSERT, SqlCommandType.SELECT);
        }

        @Test
        void isTheOnlyModuleThatKnowsTheTable() throws IOException {
            Resource[] mappers =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:org/bihuan/**/*.xml");

            assertThat(mappers)
                    .filteredOn(AuditLogTest::namesTheTable)
                    .extracting(Resource::getFilename)
                    .containsExactlyInAnyOrder("AuditMapper.xml", "AuditCheckMapper.xml");
        }
    }

    @Nested
    class Entries {

        @Test
        void comeInTheOrderOfTheDeeds() {
            publish(new Reported(number), new Accepted(number, WANG, "一", true), new Accepted(number, WANG, "二", true));

            assertThat(log.entries(number)).extracting(AuditEntry::note).containsExactly("下水道堵了", "一", "二");
        }

        @Test
        void belongToOneCaseOnly() {
            publish(new Reported(number));

            assertThat(log.entries(new CaseNumber("AUDIT-2025-000001"))).isEmpty();
        }
    }

    @Nested
    class EntriesForReporter {

        @Test
        void leaveOutWhatIsNotForTheReporter() {
            publish(new Reported(number), new Accepted(number, WANG, "内部说明", false));

            assertThat(log.entriesForReporter(number.value()))
                    .extracting(AuditEntry::eventType)
                    .containsExactly("incident.reported");
        }

        @Test
        void nameNoPerson() {
            publish(new Accepted(number, WANG, "", true));

            assertThat(log.entriesForReporter(number.value()))
                    .extracting(AuditEntry::actor)
                    .containsExactly(new Actor(Actor.Kind.STAFF, null, ""));
        }
    }

    private static boolean namesTheTable(Resource mapper) {
        try {
            return mapper.getContentAsString(UTF_8).contains("audit_entry");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(CaseEvent... events) {
        transaction.executeWithoutResult(status -> {
            for (CaseEvent event : events) {
                publisher.publishEvent(event);
            }
        });
    }

    private record Reported(CaseNumber number) implements CaseEvent {

        @Override
        public CaseRef caseRef() {
            return new CaseRef("incident", number);
        }

        @Override
        public Actor actor() {
            return Actor.RESIDENT;
        }

        @Override
        public Instant occurredAt() {
            return AT;
        }

        @Override
        public String note() {
            return "下水道堵了";
        }
    }

    private record Accepted(CaseNumber number, Actor actor, String note, boolean visibleToReporter)
            implements CaseEvent {

        @Override
        public CaseRef caseRef() {
            return new CaseRef("incident", number);
        }

        @Override
        public Instant occurredAt() {
            return AT;
        }
    }
}
