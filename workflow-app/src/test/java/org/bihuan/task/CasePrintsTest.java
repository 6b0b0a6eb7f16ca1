package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.Copy;
import org.bihuan.inbox.InboxFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class CasePrintsTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CasePrints prints;

    @Autowired
    Comments comments;

    @Autowired
    Copies copies;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEventPublisher publisher;

    MemoFixtures memos;
    MemoFixtures.Cast cast;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        memos.goTo(number, cast, "askLawyer");
        InboxFixtures.signIn(cast.starter());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tellsStepsOpinionsCommentsAndCopies() {
        comments.write(number, "请核对", List.of());
        copies.send(number, List.of(cast.annex()), List.of(), "");
        long reviewer = cast.reviewers().getFirst();
        tell(reviewer, "reviewed", "拟同意");
        tell(cast.starter(), "noted", "材料已寄");

        CasePrint print = prints.print(number, Locale.CHINESE);

        assertThat(print.file().number()).isEqualTo(number.value());
        assertThat(print.steps())
                .extracting(printed -> printed.step().taskKey(), PrintedStep::opinion)
                .containsExactly(tuple("draftMemo", ""), tuple("reviewMemo", "拟同意"));
        assertThat(print.names()).containsEntry(cast.starter(), "起草人").containsEntry(reviewer, "审核甲");
        assertThat(print.further()).extracting(AuditEntry::note).containsExactly("材料已寄");
        assertThat(print.comments()).extracting(Comment::words).containsExactly("请核对");
        assertThat(print.copies()).extracting(Copy::staffName).containsExactly("附件");
        assertThat(print.printedBy()).isEqualTo("起草人");
    }

    @Test
    void standsInTheRecordEachTime() {
        prints.print(number, Locale.CHINESE);
        prints.print(number, Locale.CHINESE);

        assertThat(audit.entries(number))
                .filteredOn(entry -> entry.eventType().equals("task.printed"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor().name()).isEqualTo("起草人"));
    }

    @Test
    void isNothingForWhoeverMayNotReadTheCase() {
        assertThatThrownBy(() -> prints.print(new CaseNumber("FOREIGN-2026-000001"), Locale.CHINESE))
                .isInstanceOf(CaseNotFoundException.class);
    }

    /** Writes into the record what a family would, at the time of the person's step where there is one. */
    private void tell(long staff, String deed, String note) {
        memos.transaction().executeWithoutResult(status -> {
            var done = memos.jdbc()
                    .queryForList(
                            "select completed_at from inbox_done where case_number = ? and staff_id = ? and ? = 'reviewed'",
                            Timestamp.class,
                            number.value(),
                            staff,
                            deed);
            var at = done.isEmpty()
                    ? memos.bean(Clock.class).instant().plusSeconds(60)
                    : done.getFirst().toInstant();
            String name = memos.jdbc().queryForObject("select name from org_staff where id = ?", String.class, staff);
            publisher.publishEvent(TaskDeed.of(MemoFixtures.FAMILY, number, Actor.staff(staff, name), at, deed, note));
        });
    }
}
