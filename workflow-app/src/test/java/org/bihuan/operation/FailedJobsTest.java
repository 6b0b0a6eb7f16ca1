package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.FailedJobs;
import org.bihuan.engine.FailedJobs.Outcome;
import org.bihuan.operation.FailedJobService.Failure;
import org.bihuan.operation.FailedJobService.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class FailedJobsTest {

    private static final Filter ALL = new Filter("chore", null);

    @Autowired
    FailedJobService service;

    @Autowired
    FailedJobs jobs;

    @Autowired
    ErrorIds errors;

    @Autowired
    ErrorLookup lookup;

    @Autowired
    ConfigurableApplicationContext context;

    ChoreFixtures chores;

    @BeforeEach
    void anOperator() {
        chores = new ChoreFixtures(context);
        ChoreFixtures.signIn(chores.administrator("周运维"));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Page {

        @Test
        void namesCaseStepAndReasonWithoutPersonalData() throws Exception {
            CaseNumber number = chores.start();
            chores.giveUp(number, new IllegalStateException("No answer for 王小明, 13812345678"));
            errors.flush();

            Failure failure = only(number);

            assertThat(failure.job().caseNumber()).isEqualTo(number.value());
            assertThat(failure.job().processName()).isEqualTo("杂务");
            assertThat(failure.job().elementName()).isEqualTo("整理材料");
            assertThat(failure.reason()).isEqualTo("No answer for ***, ***");
            assertThat(failure.tries()).isEqualTo(3);
            assertThat(service.stackTrace(failure.job().jobId()))
                    .contains("IllegalStateException", "FailedJobsTest")
                    .doesNotContain("王小明", "13812345678");
        }

        @Test
        void givesTheLastFailureANumberThatLeadsToItsStackTrace() throws Exception {
            CaseNumber number = chores.start();
            chores.giveUp(number, new IllegalStateException("broken"));
            errors.flush();

            Failure failure = only(number);

            assertThat(lookup.find(
                            failure.errorId().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                    .hasValueSatisfying(error -> {
                        assertThat(error.kind()).isEqualTo(ErrorIds.Kind.JOB);
                        assertThat(error.place()).isEqualTo("chore/sortPapers");
                        assertThat(error.caseNumber()).isEqualTo(number.value());
                        assertThat(error.stack()).contains("broken");
                    });
        }

        @Test
        void leavesOutJobsThatAreStillTried() {
            CaseNumber number = chores.start();
            ChoreFixtures.FAULT.set(new IllegalStateException("broken"));
            chores.run(chores.job(number));

            assertThat(service.page(ALL, null, 1000))
                    .noneMatch(failure -> number.value().equals(failure.job().caseNumber()));
        }

        @Test
        void goesOnAfterTheLastOneShown() {
            for (int i = 0; i < 3; i++) {
                chores.giveUp(chores.start(), new IllegalStateException("paged"));
            }
            Filter paged = new Filter("chore", "paged");
            var all = service.page(paged, null, 1000).stream()
                    .map(f -> f.job().jobId())
                    .toList();

            var first = service.page(paged, null, 2);
            var rest = service.page(paged, first.getLast(), 1000);

            assertThat(first).hasSize(2);
            assertThat(java.util.stream.Stream.concat(first.stream(), rest.stream())
                            .map(f -> f.job().jobId()))
                    .containsExactlyElementsOf(all)
                    .hasSizeGreaterThanOrEqualTo(3);
        }

        @Test
        void filtersByReasonAndProcess() {
            CaseNumber number = chores.start();
            chores.giveUp(number, new IllegalStateException("a needle of " + number));

            assertThat(service.page(new Filter(null, "needle of " + number), null, 10))
                    .hasSize(1);
            assertThat(service.page(new Filter("incidentHandling", "needle of " + number), null, 10))
                    .isEmpty();
            assertThat(service.processes()).contains(new FailedJobs.Process("chore", "杂务"));
        }

        @Test
        void isForAdministratorsOnly() {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken("somebody", "", "ROLE_GRID_WORKER"));

            assertThatThrownBy(() -> service.page(ALL, null, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.retry("x")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.stackTrace("x")).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Nested
    class Retry {

        @Test
        void letsTheJobRunAgainAndTheCaseGoOn() {
            CaseNumber number = chores.start();
            String job = chores.giveUp(number, new IllegalStateException("broken"));
            ChoreFixtures.FAULT.set(null);

            assertThat(service.outcome(job)).isEqualTo(Outcome.FAILED);
            assertThat(service.retry(job)).isTrue();
            assertThat(service.outcome(job)).isEqualTo(Outcome.WAITING);
            assertThat(chores.run(job)).isTrue();

            assertThat(service.outcome(job)).isEqualTo(Outcome.DONE);
            assertThat(chores.tasks(number)).containsExactly("signPapers");
        }

        @Test
        void failsAgainAfterOneTry() {
            String job = chores.giveUp(chores.start(), new IllegalStateException("broken"));

            service.retry(job);
            chores.run(job);

            assertThat(service.outcome(job)).isEqualTo(Outcome.FAILED);
        }

        @Test
        void saysWhenThereIsNothingToRetry() {
            String job = chores.job(chores.start());

            assertThat(service.retry(job)).isFalse();
            assertThat(service.retry("no-such-job")).isFalse();
        }

        @Test
        void isNotedAsAnAdministratorsAct() {
            CaseNumber number = chores.start();
            service.retry(chores.giveUp(number, new IllegalStateException("broken")));

            assertThat(chores.jdbc()
                            .queryForList(
                                    "select details from org_change where what = 'job.retry' and subject = ?",
                                    String.class,
                                    number.value()))
                    .containsExactly("chore/sortPapers");
        }
    }

    @Nested
    class Backlog {

        @Test
        void countsFailedJobsAndTheOldestDueOne() {
            chores.giveUp(chores.start(), new IllegalStateException("broken"));
            chores.start();

            FailedJobs.Backlog backlog = chores.transaction().execute(status -> jobs.backlog());

            assertThat(backlog.failed()).isPositive();
            assertThat(backlog.failedSince()).isNotNull();
            assertThat(backlog.dueSince()).isNotNull();
        }
    }

    private Failure only(CaseNumber number) {
        return service.page(ALL, null, 1000).stream()
                .filter(failure -> number.value().equals(failure.job().caseNumber()))
                .findFirst()
                .orElseThrow();
    }
}
