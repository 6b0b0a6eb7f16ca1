package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxFilter.Order;
import org.bihuan.inbox.InboxFilter.Whose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class InboxQueriesTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    InboxQueries queries;

    @Autowired
    InboxService inbox;

    @Autowired
    OpenTasks open;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    Instant now;
    long post;
    long second;
    long worker;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        now = clock.instant();
        post = errands.post();
        second = errands.post();
        worker = errands.person("李强", post, second);
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Todo {

        @Test
        void walksEveryItemOnceUnderEqualDueDates() {
            for (int i = 0; i < 40; i++) {
                green(i % 2 == 0 ? post : second, "件" + i, i < 30 ? 5 : 6);
            }

            List<InboxItem> walked = walk(InboxFilter.ALL, 7);

            assertThat(walked).hasSize(40).doesNotHaveDuplicates();
            assertThat(walked).extracting(InboxItem::dueAt).isSorted();
        }

        @Test
        void walksTheNewestFirst() {
            for (int i = 0; i < 20; i++) {
                errands.item(post, "件" + i, now.minusSeconds(i / 5), hours(3), hours(4));
            }

            List<InboxItem> walked = walk(InboxFilter.ALL.withOrder(Order.NEWEST), 6);

            assertThat(walked).hasSize(20).doesNotHaveDuplicates();
            assertThat(walked).extracting(InboxItem::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        }

        @Test
        void showsATaskOfTwoPostsOnceOnEveryPage() {
            for (int i = 0; i < 5; i++) {
                String task = green(post, "件" + i, 5);
                errands.itemOf(task, second, "件" + i, now, hours(4), hours(5));
            }

            assertThat(walk(InboxFilter.ALL, 2))
                    .hasSize(5)
                    .extracting(InboxItem::taskId)
                    .doesNotHaveDuplicates();
            assertThat(queries.counts()).isEqualTo(new InboxCounts(0, 0, 5));
        }

        @Test
        void showsATaskTakenThroughTwoPostsOnce() {
            CaseNumber number = errands.start("两岗可办", null, post, second);
            inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());

            assertThat(walk(InboxFilter.ALL, 10))
                    .singleElement()
                    .extracting(InboxItem::assigneeId)
                    .isEqualTo(worker);
        }

        @Test
        void hidesWhatAColleagueTook() {
            CaseNumber number = errands.start("同事已受理", null, post);
            long colleague = errands.person("王芳", post);
            InboxFixtures.signIn(colleague);
            inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());

            InboxFixtures.signIn(worker);
            assertThat(walk(InboxFilter.ALL, 10)).isEmpty();
        }

        @Test
        void hidesWhatIsMeantForOtherPosts() {
            green(errands.post(), "别人的", 5);

            assertThat(walk(InboxFilter.ALL, 10)).isEmpty();
        }

        @Test
        void filtersByDeadline() {
            errands.item(post, "红", hours(-9), hours(-3), hours(-1));
            errands.item(post, "黄", hours(-9), hours(-1), hours(1));
            errands.item(post, "绿", hours(-1), hours(1), hours(2));

            assertThat(titles(InboxFilter.ALL.withState(DeadlineState.RED))).containsExactly("红");
            assertThat(titles(InboxFilter.ALL.withState(DeadlineState.YELLOW))).containsExactly("黄");
            assertThat(titles(InboxFilter.ALL.withState(DeadlineState.GREEN))).containsExactly("绿");
            assertThat(titles(InboxFilter.ALL)).containsExactly("红", "黄", "绿");
            assertThat(queries.counts()).isEqualTo(new InboxCounts(1, 1, 1));
        }

        @Test
        void searchesNumberTitleAndPlaceWithoutWildcards() {
            green(post, "井盖破损 100%", 5);
            green(post, "暴露垃圾_A", 6);
            String number = walk(InboxFilter.ALL, 10).getFirst().caseNumber();

            assertThat(titles(InboxFilter.ALL.withText("井盖"))).containsExactly("井盖破损 100%");
            assertThat(titles(InboxFilter.ALL.withText("100%"))).containsExactly("井盖破损 100%");
            assertThat(titles(InboxFilter.ALL.withText("_A"))).containsExactly("暴露垃圾_A");
            assertThat(titles(InboxFilter.ALL.withText(" 辽宁路 "))).hasSize(2);
            assertThat(titles(InboxFilter.ALL.withText(number))).containsExactly("井盖破损 100%");
            assertThat(titles(InboxFilter.ALL.withText("%"))).containsExactly("井盖破损 100%");
            assertThat(titles(InboxFilter.ALL.withText("' or 1=1 -- "))).isEmpty();
        }

        @Test
        void findsWhatTheProgramWroteByAnyPartOfIt() {
            CaseNumber number = errands.start("Ｗ12 路灯不亮", null, post);
            String digits = number.value().substring(number.value().length() - 4);

            for (String text : List.of("路", "路灯", "灯不", "w12", "Ｗ1", "技街 灯", "12 号", digits, number.value())) {
                assertThat(titles(InboxFilter.ALL.withText(text))).as(text).containsExactly("Ｗ12 路灯不亮");
                assertThat(titles(InboxFilter.ALL.withText(text).withOrder(Order.NEWEST)))
                        .as(text)
                        .containsExactly("Ｗ12 路灯不亮");
            }
            for (String text : List.of("灯路", "井盖", "路灯 井盖", "z")) {
                assertThat(titles(InboxFilter.ALL.withText(text))).as(text).isEmpty();
            }
        }

        @Test
        void findsWhatAnOperationAskedFor() {
            CaseNumber number = errands.start("路灯不亮", null, errands.post());
            errands.transaction().executeWithoutResult(status -> {
                InboxTask task = open.ofCase(number).getFirst();
                open.askPost(task, ItemKind.EXTENSION, 1, "errand/extension", post, hours(4));
            });

            assertThat(titles(InboxFilter.ALL.withText("路灯"))).containsExactly("路灯不亮");
            assertThat(titles(InboxFilter.ALL.withText("井盖"))).isEmpty();
            assertThat(queries.asked(number))
                    .extracting(InboxItem::route)
                    .containsExactly("errand/extension/" + number);
            InboxFixtures.signIn(errands.person("路人", errands.post()));
            assertThat(queries.asked(number)).isEmpty();
        }

        @Test
        void tellsMineFromThoseThatNobodyTook() {
            CaseNumber number = errands.start("我的", null, post);
            inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());
            errands.start("待受理", null, second);

            assertThat(titles(InboxFilter.ALL.withWhose(Whose.MINE))).containsExactly("我的");
            assertThat(titles(InboxFilter.ALL.withWhose(Whose.UNCLAIMED))).containsExactly("待受理");
        }

        @Test
        void filtersByFamily() {
            green(post, "件", 5);

            assertThat(titles(InboxFilter.ALL.withFamily(InboxFixtures.FAMILY))).containsExactly("件");
            assertThat(titles(InboxFilter.ALL.withFamily("other"))).isEmpty();
        }

        @Test
        void isEmptyForSomebodyWithoutPosts() {
            InboxFixtures.signIn(errands.person("新人"));

            assertThat(walk(InboxFilter.ALL, 10)).isEmpty();
            assertThat(titles(InboxFilter.ALL.withWhose(Whose.UNCLAIMED))).isEmpty();
            assertThat(queries.counts()).isEqualTo(new InboxCounts(0, 0, 0));
        }

        @Test
        void needsAsManyStatementsWhateverTheItemsAre() {
            green(post, "第一件", 5);
            long forOne = statements();
            for (int i = 0; i < 24; i++) {
                green(i % 2 == 0 ? post : second, "件" + i, 5);
            }
            long forPlain = statements();
            long owner = errands.person("委派人");
            errands.transaction()
                    .executeWithoutResult(status -> errands.jdbc()
                            .update(
                                    "update inbox_item set assignee_id = ?, owner_id = ?, for_staff_id = ?,"
                                            + " unit_path = concat('/', id, '/'), urged_at = created_at where post_id = ?",
                                    worker,
                                    owner,
                                    errands.person("请假人"),
                                    second));
            for (int i = 0; i < 30; i++) {
                errands.itemOf(green(post, "两岗" + i, 4), second, "两岗" + i, now, hours(3), hours(4));
            }

            assertThat(queries.todo(InboxFilter.ALL, null, 25).items()).hasSize(25);
            assertThat(List.of(forPlain, statements())).containsOnly(forOne);
            assertThat(forOne).isLessThan(10);
        }
    }

    @Nested
    class Counts {

        @Test
        void stopAtTheCap() {
            errands.many(post, InboxCounts.CAP + 50);

            InboxCounts counts = inbox.count();

            assertThat(counts.red()).isEqualTo(InboxCounts.CAP + 1);
            assertThat(counts.words()).isEqualTo("1000+");
        }
    }

    @Nested
    class DoneList {

        @Test
        void holdsWhatTheUserCompletedLatestFirst() {
            for (int i = 0; i < 5; i++) {
                CaseNumber number = errands.start("办结" + i, null, post);
                String task = inbox.task(number, "runErrand").orElseThrow().taskId();
                inbox.claim(task);
                errands.complete(task);
            }

            List<DoneItem> walked = new ArrayList<>();
            DoneItem last = null;
            InboxPage<DoneItem> page;
            do {
                page = queries.done(InboxFilter.ALL, last, 2);
                walked.addAll(page.items());
                last = page.items().getLast();
            } while (page.more());

            assertThat(walked).extracting(DoneItem::title).containsExactly("办结4", "办结3", "办结2", "办结1", "办结0");
            assertThat(walked).allMatch(DoneItem::inTime);
            assertThat(queries.done(InboxFilter.ALL.withText("结3"), null, 10).items())
                    .extracting(DoneItem::title)
                    .containsExactly("办结3");
        }
    }

    @Nested
    class StartedList {

        @Test
        void holdsWhatTheUserStarted() {
            errands.start("我发起的", worker, post);
            errands.start("居民发起的", null, post);

            assertThat(queries.started(null, 10).items())
                    .extracting(CaseFile::title)
                    .containsExactly("我发起的");
        }
    }

    private List<InboxItem> walk(InboxFilter filter, int limit) {
        List<InboxItem> walked = new ArrayList<>();
        InboxItem last = null;
        InboxPage<InboxItem> page;
        do {
            page = queries.todo(filter, last, limit);
            walked.addAll(page.items());
            last = page.items().isEmpty() ? null : page.items().getLast();
        } while (page.more());
        return walked;
    }

    private List<String> titles(InboxFilter filter) {
        return walk(filter, 10).stream().map(InboxItem::title).toList();
    }

    private String green(long at, String title, int dueInHours) {
        return errands.item(at, title, now, hours(dueInHours - 1), hours(dueInHours));
    }

    private Instant hours(int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    private long statements() {
        return errands.transaction().execute(status -> {
            long before = questions();
            List<InboxItem> items = queries.todo(InboxFilter.ALL, null, 25).items();
            queries.names(items);
            queries.counts();
            return questions() - before;
        });
    }

    private long questions() {
        return errands.jdbc()
                .queryForObject("show session status like 'Questions'", (row, index) -> row.getLong("Value"));
    }
}
