package org.bihuan.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseHistory;
import org.bihuan.engine.ModelDeployments;
import org.bihuan.engine.ModelFinding;
import org.bihuan.engine.ModelRule;
import org.bihuan.model.ModelRefusedException.Reason;
import org.bihuan.org.StaffPrincipal;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class ModelDraftsTest {

    private static final String KEY = "incidentHandling";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    ModelDrafts drafts;

    @Autowired
    ModelDeployments deployments;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CaseHistory history;

    @Autowired
    JdbcTemplate jdbc;

    private long author;
    private long other;

    @BeforeEach
    void twoAdministrators() {
        author = person();
        other = person();
        signIn(author);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Upload {

        @Test
        void keepsADraftAndChangesNothingElse() {
            int before = deployments.versions(KEY).size();

            long id = upload("社区复核");

            ModelDrafts.Review review = drafts.review(id).orElseThrow();
            assertThat(review.draft().state()).isEqualTo(DraftState.DRAFT);
            assertThat(review.findings()).isEmpty();
            assertThat(review.own()).isTrue();
            assertThat(review.difference())
                    .isEqualTo(new ModelDifference(List.of(), List.of(), List.of("社区复核 (verifyIncident)")));
            assertThat(deployments.versions(KEY)).hasSize(before);
            assertThat(drafts.latest()).first().extracting(ModelDraft::id).isEqualTo(id);
            assertThat(changes(id)).containsExactly("model.upload");
        }

        @Test
        void tellsWhatIsWrongAndKeepsNothing() {
            byte[] bad = deployments
                    .latest(KEY)
                    .replace("name=\"社区核查\"", "name=\"verify\"")
                    .getBytes(UTF_8);

            assertThatThrownBy(() -> drafts.upload(bad, "try"))
                    .isInstanceOfSatisfying(
                            ModelRefusedException.class,
                            e -> assertThat(e.findings())
                                    .extracting(ModelFinding::rule)
                                    .containsExactly(ModelRule.NAME_NOT_CHINESE));
            assertThat(drafts.latest()).isEmpty();
        }

        @Test
        void refusesWhatRunsAlreadyAndWhatHasNoReason() {
            byte[] same = deployments.latest(KEY).getBytes(UTF_8);

            refused(Reason.UNCHANGED, () -> drafts.upload(same, "again"));
            refused(Reason.NO_REASON, () -> drafts.upload(same, "  "));
        }
    }

    @Nested
    class Approve {

        @Test
        void deploysANewVersionForNewCasesOnly() {
            CaseNumber running = start();
            long id = upload("社区复核");
            signIn(other);

            int number = drafts.approve(id, 0);
            CaseNumber later = start();

            assertThat(deployments.versions(KEY).getFirst().number()).isEqualTo(number);
            assertThat(deployments.versions(KEY).getFirst().shipped()).isFalse();
            assertThat(history.of(running).orElseThrow().model())
                    .contains("社区核查")
                    .doesNotContain("社区复核");
            assertThat(history.of(later).orElseThrow().model()).contains("社区复核");
            assertThat(drafts.review(id).orElseThrow().draft()).satisfies(draft -> {
                assertThat(draft.state()).isEqualTo(DraftState.APPROVED);
                assertThat(draft.deployedVersion()).isEqualTo(number);
                assertThat(draft.deciderName()).isEqualTo("管理员" + other(other));
            });
            assertThat(changes(id)).containsExactly("model.upload", "model.approve");
        }

        @Test
        void isNotForTheAuthor() {
            long id = upload("社区复核");

            refused(Reason.OWN_DRAFT, () -> drafts.approve(id, 0));
            assertThat(changes(id)).containsExactly("model.upload");
        }

        @Test
        void isRefusedWhenSomebodyDecidedMeanwhile() {
            long id = upload("社区复核");
            signIn(other);
            drafts.reject(id, 0, "不需要");

            refused(Reason.STALE, () -> drafts.approve(id, 0));
            refused(Reason.STALE, () -> drafts.approve(id, 1));
        }

        @Test
        void isRefusedWhenAnotherVersionCameMeanwhile() {
            long first = upload("社区复核");
            long second = upload("社区再核查");
            signIn(other);
            drafts.approve(first, 0);

            assertThat(drafts.review(second).orElseThrow().outdated()).isTrue();
            refused(Reason.OUTDATED, () -> drafts.approve(second, 0));
        }

        @Test
        void isRefusedByTheRulesEvenWhenTheRowWasChangedInTheDatabase() {
            long id = upload("社区复核");
            jdbc.update(
                    "update model_draft set xml = replace(xml, '${verified}', '${verified.class}') where id = ?", id);
            signIn(other);

            refused(Reason.FINDINGS, () -> drafts.approve(id, 0));
        }

        @Test
        void theDatabaseItselfWantsFourEyes() {
            long id = upload("社区复核");

            assertThatThrownBy(() -> jdbc.update(
                            "update model_draft set state = 'APPROVED', decided_by = author_id where id = ?", id))
                    .hasMessageContaining("model_draft_four_eyes");
        }
    }

    @Nested
    class Reject {

        @Test
        void tellsTheAuthorWhy() {
            long id = upload("社区复核");
            signIn(other);

            drafts.reject(id, 0, "名称已有规定");

            assertThat(drafts.review(id).orElseThrow().draft().decisionNote()).isEqualTo("名称已有规定");
            assertThat(changes(id)).containsExactly("model.upload", "model.reject");
        }

        @Test
        void isNotForTheAuthorAndNeedsAReason() {
            long id = upload("社区复核");

            refused(Reason.OWN_DRAFT, () -> drafts.reject(id, 0, "不需要"));
            signIn(other);
            refused(Reason.NO_REASON, () -> drafts.reject(id, 0, " "));
        }
    }

    @Nested
    class Withdraw {

        @Test
        void isForTheAuthorOnly() {
            long id = upload("社区复核");

            signIn(other);
            refused(Reason.NOT_OWN_DRAFT, () -> drafts.withdraw(id, 0));
            signIn(author);
            drafts.withdraw(id, 0);

            assertThat(drafts.review(id).orElseThrow().draft().state()).isEqualTo(DraftState.WITHDRAWN);
        }
    }

    @Test
    void nobodyElseMayLook() {
        jdbc.update("delete from org_staff_post where staff_id = ?", author);
        var principal = new StaffPrincipal(author, "worker", "-", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, List.of(new SimpleGrantedAuthority("ROLE_GRID_WORKER"))));

        assertThatThrownBy(() -> drafts.latest()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.processes()).isInstanceOf(AccessDeniedException.class);
    }

    private long upload(String verifyName) {
        String xml = deployments.latest(KEY).replace("name=\"社区核查\"", "name=\"" + verifyName + "\"");
        return drafts.upload(xml.getBytes(UTF_8), "名称按新规定");
    }

    private CaseNumber start() {
        var number = new CaseNumber("MODEL-2026-%06d".formatted(COUNTER.incrementAndGet()));
        // Not at a task: the inbox would look for the case behind it.
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(number.value())
                .startBeforeActivity("residentAnswers")
                .execute();
        return number;
    }

    private List<String> changes(long id) {
        return jdbc.queryForList(
                "select what from org_change where subject = ? order by id", String.class, KEY + " #" + id);
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ModelRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** A system administrator at a unit of its own. */
    private long person() {
        int number = COUNTER.incrementAndGet();
        jdbc.update(
                "insert into org_unit (code, name, kind, path, valid_from) values (?, '系统管理', 'DISTRICT', '/', '2020-01-01')",
                "MODEL" + number);
        jdbc.update(
                "insert into org_post (unit_id, role, duty) values (last_insert_id(), 'SYSTEM_ADMINISTRATOR', 'SYSTEM')");
        long post = jdbc.queryForObject("select last_insert_id()", Long.class);
        jdbc.update(
                "insert into org_staff (username, name, password_hash, must_change_password, enabled, duty)"
                        + " values (?, ?, '-', false, true, 'SYSTEM')",
                "model" + number,
                "管理员" + number);
        long staff = jdbc.queryForObject("select last_insert_id()", Long.class);
        jdbc.update(
                "insert into org_staff_post (staff_id, post_id, duty, valid_from) values (?, ?, 'SYSTEM', '2020-01-01')",
                staff,
                post);
        return staff;
    }

    private String other(long id) {
        return jdbc.queryForObject("select substring(username, 6) from org_staff where id = ?", String.class, id);
    }

    private static void signIn(long staffId) {
        var principal = new StaffPrincipal(staffId, "model", "-", true, true, false);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, List.of(new SimpleGrantedAuthority("ROLE_SYSTEM_ADMINISTRATOR"))));
    }
}
