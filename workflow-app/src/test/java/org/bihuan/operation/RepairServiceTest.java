package org.bihuan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TokenMoves.Step;
import org.bihuan.engine.TokenMoves.Token;
import org.bihuan.operation.RepairRefusedException.Reason;
import org.bihuan.operation.RepairService.Choice;
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
class RepairServiceTest {

    @Autowired
    RepairService service;

    @Autowired
    ConfigurableApplicationContext context;

    ChoreFixtures chores;
    long first;
    long second;
    CaseNumber number;
    String job;

    /** A chore whose first step was given up. */
    @BeforeEach
    void aStuckCase() {
        chores = new ChoreFixtures(context);
        first = chores.administrator("周提议");
        second = chores.administrator("吴复核");
        number = chores.start();
        job = chores.giveUp(number, new IllegalStateException("broken"));
        ChoreFixtures.signIn(first);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Choosing {

        @Test
        void showsWhereTheCaseStandsAndWhereItsStatusLetsItGo() {
            Choice choice = service.choice(number);

            assertThat(choice.places()).extracting(Token::name).containsExactly("整理材料");
            assertThat(choice.places().getFirst().waitsForJob()).isTrue();
            assertThat(choice.steps()).containsExactly(new Step("sortPapers", "整理材料"), new Step("signPapers", "签字"));
        }

        @Test
        void offersNothingForAnUnknownCase() {
            assertThat(service.choice(new CaseNumber("NONE-2026-000001"))).isEqualTo(new Choice(List.of(), List.of()));
        }
    }

    @Nested
    class Proposing {

        @Test
        void movesNothingYet() {
            propose("signPapers");

            assertThat(chores.tasks(number)).isEmpty();
            assertThat(latest().state()).isEqualTo(RepairState.PROPOSED);
            assertThat(latest().proposerName()).isEqualTo("周提议");
        }

        @Test
        void isRefusedForAStepThatTheStatusContradicts() {
            assertThat(refusal(() -> propose("filePapers"))).isEqualTo(Reason.CONTRADICTS);
        }

        @Test
        void isRefusedWhenTheCaseHasMovedOn() {
            Token shown = service.choice(number).places().getFirst();
            ChoreFixtures.FAULT.set(null);
            chores.run(job);

            assertThat(refusal(() -> service.propose(number, shown, "signPapers", "卡住")))
                    .isEqualTo(Reason.MOVED_ON);
        }

        @Test
        void isRefusedWhileAnotherProposalWaits() {
            propose("signPapers");

            assertThat(refusal(() -> propose("sortPapers"))).isEqualTo(Reason.ALREADY_PROPOSED);
        }

        @Test
        void needsAReason() {
            Token shown = service.choice(number).places().getFirst();

            assertThat(refusal(() -> service.propose(number, shown, "signPapers", "  ")))
                    .isEqualTo(Reason.NO_REASON);
        }

        @Test
        void isForAdministratorsOnly() {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken("somebody", "", "ROLE_DISPATCHER"));

            assertThatThrownBy(() -> service.choice(number)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.approve(1)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Nested
    class Approving {

        @Test
        void movesTheCaseAndItsInboxAndTellsTheFamily() {
            propose("signPapers");
            ChoreFixtures.signIn(second);

            assertThat(service.approve(latest().id())).isEqualTo(RepairState.APPROVED);

            assertThat(chores.tasks(number)).containsExactly("signPapers");
            assertThat(chores.find(job)).isNull();
            assertThat(ChoreFixtures.TOLD.get()).isEqualTo(number + " signPapers");
            assertThat(latest().state()).isEqualTo(RepairState.APPROVED);
            assertThat(latest().deciderName()).isEqualTo("吴复核");
        }

        @Test
        void isWrittenIntoTheCaseAndIntoTheRecordOfAdministrators() {
            propose("signPapers");
            ChoreFixtures.signIn(second);
            service.approve(latest().id());

            assertThat(audit()).containsExactly("operation.repaired 吴复核 整理材料 → 签字 · 卡住 (周提议) 0");
            assertThat(chores.jdbc()
                            .queryForList(
                                    "select what from org_change where subject = ? order by id",
                                    String.class,
                                    number.value()))
                    .containsExactly("repair.propose", "repair.approved");
        }

        @Test
        void isRefusedToWhoProposedIt() {
            propose("signPapers");

            assertThat(refusal(() -> service.approve(latest().id()))).isEqualTo(Reason.OWN_PROPOSAL);
            assertThat(chores.tasks(number)).isEmpty();
        }

        @Test
        void movesNothingWhenTheCaseHasMovedOnByItself() {
            propose("signPapers");
            ChoreFixtures.FAULT.set(null);
            chores.run(job);
            ChoreFixtures.signIn(second);

            assertThat(service.approve(latest().id())).isEqualTo(RepairState.STALE);

            assertThat(latest().state()).isEqualTo(RepairState.STALE);
            assertThat(chores.tasks(number)).containsExactly("signPapers");
            assertThat(audit()).isEmpty();
        }

        @Test
        void isRefusedWhenTheStatusContradictsByNow() {
            propose("signPapers");
            ChoreFixtures.AGREEING.set(Set.of());
            ChoreFixtures.signIn(second);

            assertThat(refusal(() -> service.approve(latest().id()))).isEqualTo(Reason.CONTRADICTS);
            assertThat(latest().state()).isEqualTo(RepairState.PROPOSED);
        }

        @Test
        void isRefusedWhileTheCaseRests() {
            propose("signPapers");
            chores.transaction()
                    .executeWithoutResult(status -> chores.jdbc()
                            .update(
                                    "insert into inbox_item (task_id, post_id, family, case_number, task_key, form_key, title,"
                                            + " created_at, due_at, warn_at, due_before, warn_before, suspended_at) values (?, 0,"
                                            + " 'chore', ?, 'x', 'x', 'x', utc_timestamp(), utc_timestamp(), utc_timestamp(),"
                                            + " utc_timestamp(), utc_timestamp(), utc_timestamp())",
                                    UUID.randomUUID().toString(),
                                    number.value()));
            ChoreFixtures.signIn(second);

            assertThat(refusal(() -> service.approve(latest().id()))).isEqualTo(Reason.RESTS);
            assertThat(latest().state()).isEqualTo(RepairState.PROPOSED);
        }

        @Test
        void happensOnce() {
            propose("signPapers");
            ChoreFixtures.signIn(second);
            long id = latest().id();
            service.approve(id);

            assertThat(refusal(() -> service.approve(id))).isEqualTo(Reason.DECIDED);
            assertThat(chores.tasks(number)).hasSize(1);
        }

        @Test
        void takesATaskAwayAndMakesItAnew() {
            ChoreFixtures.FAULT.set(null);
            chores.run(job);
            propose("signPapers");
            ChoreFixtures.signIn(second);
            String before = task();

            service.approve(latest().id());

            assertThat(chores.tasks(number)).containsExactly("signPapers");
            assertThat(task()).isNotEqualTo(before);
        }
    }

    @Nested
    class Declining {

        @Test
        void needsAnotherAdministratorAndAReason() {
            propose("signPapers");
            long id = latest().id();

            assertThat(refusal(() -> service.reject(id, "不对"))).isEqualTo(Reason.OWN_PROPOSAL);
            ChoreFixtures.signIn(second);
            assertThat(refusal(() -> service.reject(id, " "))).isEqualTo(Reason.NO_REASON);
            service.reject(id, "先查原因");

            assertThat(latest().state()).isEqualTo(RepairState.REJECTED);
            assertThat(latest().decision()).isEqualTo("先查原因");
        }

        @Test
        void byWhoProposedItIsAWithdrawal() {
            propose("signPapers");
            long id = latest().id();
            ChoreFixtures.signIn(second);
            assertThat(refusal(() -> service.withdraw(id))).isEqualTo(Reason.NOT_YOURS);
            ChoreFixtures.signIn(first);

            service.withdraw(id);

            assertThat(latest().state()).isEqualTo(RepairState.WITHDRAWN);
            propose("sortPapers");
            assertThat(latest().state()).isEqualTo(RepairState.PROPOSED);
        }
    }

    private void propose(String step) {
        service.propose(number, service.choice(number).places().getFirst(), step, "卡住");
    }

    private Repair latest() {
        return service.page(Optional.empty(), 1).getFirst();
    }

    /** Read past the service, because administrators may not read cases. */
    private List<String> audit() {
        return chores.jdbc()
                .queryForList(
                        "select concat(event_type, ' ', actor_name, ' ', note, ' ', visible_to_reporter) from audit_entry"
                                + " where case_number = ?",
                        String.class,
                        number.value());
    }

    private String task() {
        return chores.jdbc()
                .queryForObject("select task_id from inbox_item where case_number = ?", String.class, number.value());
    }

    private static Reason refusal(Runnable act) {
        return catchThrowableOfType(RepairRefusedException.class, act::run).reason();
    }
}
