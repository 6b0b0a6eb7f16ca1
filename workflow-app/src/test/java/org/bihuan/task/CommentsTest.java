package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.CaseAudience;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.PlaceFixtures;
import org.bihuan.inbox.TaskRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class CommentsTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Comments comments;

    @Autowired
    CaseAudience audience;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEvents events;

    MemoFixtures memos;
    MemoFixtures.Cast cast;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        InboxFixtures.signIn(cast.starter());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void areReadInTheirOrderByLaterHandlers() {
        comments.write(number, " 请先核对预算 ", List.of());
        InboxFixtures.signIn(cast.budget());
        comments.write(number, "已核对\n无误", List.of());

        InboxFixtures.signIn(cast.legal());
        assertThat(comments.of(number)).extracting(Comment::words).containsExactly("请先核对预算", "已核对\n无误");
        assertThat(comments.of(number)).extracting(Comment::name).containsExactly("起草人", "财务");
    }

    @Test
    void mentioningLetsPeopleInAndTellsThem() {
        comments.write(number, "@法制 请看", List.of(cast.legal(), cast.starter(), cast.legal()));

        assertThat(comments.of(number).getFirst().mentioned()).containsExactlyInAnyOrder("起草人", "法制");
        assertThat(audience.involves(number, cast.legal())).isTrue();
        assertThat(audience.involves(number, cast.budget())).isFalse();
        assertThat(events.stream(Notice.class).filter(notice -> notice.kind().equals("task.mentioned")))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.staffIds()).isEqualTo(Set.of(cast.legal()));
                    assertThat(notice.caseRef().number()).isEqualTo(number);
                    assertThat(notice.words()).isEmpty();
                });
    }

    @Test
    void standInTheRecordOnceWithoutTheirWords() {
        comments.write(number, "内部意见", List.of(cast.legal()));

        List<AuditEntry> entries = audit.entries(number).stream()
                .filter(entry -> entry.eventType().equals("task.commented"))
                .toList();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.actor().staffId()).isEqualTo(cast.starter());
            assertThat(entry.note()).isEqualTo("@法制");
            assertThat(entry.visibleToReporter()).isFalse();
        });
    }

    @Test
    void mayBeWrittenWhenTheCaseHasEnded() {
        memos.transaction()
                .executeWithoutResult(status -> memos.bean(CaseRegister.class).close(number, "ARCHIVED"));

        comments.write(number, "补充说明", List.of());

        assertThat(comments.of(number)).hasSize(1);
    }

    @Test
    void needWordsAndNotTooMany() {
        assertRefused("task.comment.refused.missing", " \n ", List.of());
        assertRefused("task.comment.refused.long", "字".repeat(Comments.LONGEST + 1), List.of());

        comments.write(number, "𠮷".repeat(Comments.LONGEST), List.of());
        assertThat(comments.of(number)).hasSize(1);
    }

    @Test
    void mentionNobodyWhoseAccountIsShut() {
        new PlaceFixtures(context).shut(cast.legal());

        assertRefused("task.comment.refused.shut", "请看", List.of(cast.legal()));
        assertThat(comments.of(number)).isEmpty();
    }

    @Test
    void areNothingForWhoeverMayNotReadTheCase() {
        var foreign = new CaseNumber("FOREIGN-2026-000001");

        assertThatThrownBy(() -> comments.write(foreign, "说", List.of())).isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> comments.of(foreign)).isInstanceOf(CaseNotFoundException.class);
    }

    private void assertRefused(String reason, String words, List<Long> mentioned) {
        assertThatThrownBy(() -> comments.write(number, words, mentioned))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        e -> assertThat(e.reasonKey()).isEqualTo(reason));
    }
}
