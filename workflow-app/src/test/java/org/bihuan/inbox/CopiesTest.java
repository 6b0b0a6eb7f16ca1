package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.Notice;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.UnitKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class CopiesTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Copies copies;

    @Autowired
    CaseAudience audience;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEvents events;

    InboxFixtures errands;
    PlaceFixtures places;
    long post;
    long sender;
    long receiver;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        places = new PlaceFixtures(context);
        post = errands.post();
        sender = errands.person("李强", post);
        receiver = errands.person("王芳", errands.post());
        number = errands.start("暴露垃圾", sender, post);
        InboxFixtures.signIn(sender);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Send {

        @Test
        void reachesEachPersonOnce() {
            long colleagues = errands.post();
            long first = errands.person("赵一", colleagues);
            long second = errands.person("钱二", colleagues);

            int reached = copies.send(number, List.of(receiver, receiver, first), List.of(colleagues), " 请知悉 ");

            assertThat(reached).isEqualTo(3);
            assertThat(copies.receipts(number)).extracting(Copy::staffName).containsExactlyInAnyOrder("王芳", "赵一", "钱二");
            assertThat(copies.receipts(number)).allSatisfy(copy -> {
                assertThat(copy.words()).isEqualTo("请知悉");
                assertThat(copy.byName()).isEqualTo("李强");
                assertThat(copy.readAt()).isNull();
            });
            assertThat(List.of(receiver, first, second)).allMatch(staff -> audience.involves(number, staff));
        }

        @Test
        void standsInTheRecordOnceAndIsTold() {
            copies.send(number, List.of(receiver), List.of(), "请知悉");

            List<AuditEntry> entries = audit.entries(number).stream()
                    .filter(entry -> entry.eventType().equals("task.copied"))
                    .toList();
            assertThat(entries).singleElement().satisfies(entry -> {
                assertThat(entry.actor().staffId()).isEqualTo(sender);
                assertThat(entry.note()).isEqualTo("王芳:请知悉");
                assertThat(entry.visibleToReporter()).isFalse();
            });
            assertThat(events.stream(Notice.class)
                            .filter(notice -> notice.caseRef().number().equals(number)
                                    && notice.kind().equals("task.copied")))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.staffIds()).isEqualTo(Set.of(receiver)));
        }

        @Test
        void refusesSomebodyWhoseAccountIsShut() {
            places.shut(receiver);

            assertThatThrownBy(() -> copies.send(number, List.of(receiver), List.of(), ""))
                    .isInstanceOfSatisfying(
                            TaskRefusedException.class,
                            e -> assertThat(e.reasonKey()).isEqualTo("inbox.copy.refused.shut"));
            assertThat(copies.receipts(number)).isEmpty();
        }

        @Test
        void refusesWhenNobodyIsLeft() {
            assertThatThrownBy(() -> copies.send(number, List.of(sender), List.of(errands.post()), ""))
                    .isInstanceOfSatisfying(
                            TaskRefusedException.class,
                            e -> assertThat(e.reasonKey()).isEqualTo("inbox.copy.refused.nobody"));
        }

        @Test
        void refusesMoreThanAThousandCharacters() {
            assertThatThrownBy(() -> copies.send(number, List.of(receiver), List.of(), "字".repeat(1001)))
                    .isInstanceOfSatisfying(
                            TaskRefusedException.class,
                            e -> assertThat(e.reasonKey()).isEqualTo("inbox.copy.refused.long"));
        }

        @Test
        void isNothingForWhoeverMayNotReadTheCase() {
            var foreign = new CaseNumber("FOREIGN-2026-000001");

            assertThatThrownBy(() -> copies.send(foreign, List.of(receiver), List.of(), ""))
                    .isInstanceOf(CaseNotFoundException.class);
        }
    }

    @Nested
    class Posts {

        @Test
        void areThoseAboveTheCaseThatSomebodyHolds() {
            long street = places.unit(UnitKind.STREET, null);
            long community = places.unit(UnitKind.COMMUNITY, street);
            long leader = places.post(street, Role.LEADER);
            long staff = places.post(community, Role.COMMUNITY_STAFF);
            places.post(street, Role.DISPATCHER);
            errands.person("孙领导", leader);
            errands.person("周社区", staff);
            places.lay(number, community);

            assertThat(copies.posts(number)).extracting(Post::id).containsExactly(staff, leader);
        }

        @Test
        void areNoneWhereTheCaseLiesNowhere() {
            assertThat(copies.posts(number)).isEmpty();
        }
    }

    @Nested
    class Received {

        @Test
        void isMyListLatestFirstPageByPage() {
            CaseNumber other = errands.start("井盖破损", sender, post);
            copies.send(number, List.of(receiver), List.of(), "一");
            copies.send(other, List.of(receiver), List.of(), "二");
            InboxFixtures.signIn(receiver);

            InboxPage<Copy> first = copies.received(InboxFilter.ALL, null, 1);
            assertThat(first.more()).isTrue();
            assertThat(first.items()).extracting(Copy::words).containsExactly("二");
            InboxPage<Copy> second =
                    copies.received(InboxFilter.ALL, first.items().getFirst(), 1);
            assertThat(second.more()).isFalse();
            assertThat(second.items()).extracting(Copy::words).containsExactly("一");
        }

        @Test
        void isNarrowedByFamilyAndText() {
            copies.send(number, List.of(receiver), List.of(), "");
            InboxFixtures.signIn(receiver);

            assertThat(copies.received(InboxFilter.ALL.withText("垃圾"), null, 9).items())
                    .hasSize(1);
            assertThat(copies.received(InboxFilter.ALL.withText("井盖"), null, 9).items())
                    .isEmpty();
            assertThat(copies.received(InboxFilter.ALL.withFamily("memo"), null, 9)
                            .items())
                    .isEmpty();
        }
    }

    @Nested
    class Read {

        @Test
        void isSeenByTheSenderAndCountsNoLonger() {
            copies.send(number, List.of(receiver), List.of(), "");
            InboxFixtures.signIn(receiver);
            assertThat(copies.unread()).isEqualTo(1);

            copies.read(number);

            assertThat(copies.unread()).isZero();
            InboxFixtures.signIn(sender);
            assertThat(copies.receipts(number))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.readAt()).isNotNull());
        }

        @Test
        void isNoReceiptWhenSomebodyElseOpensTheCase() {
            copies.send(number, List.of(receiver), List.of(), "");

            copies.read(number);

            assertThat(copies.receipts(number))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.readAt()).isNull());
        }

        @Test
        void doesNotCoverWhatIsSentLater() {
            copies.send(number, List.of(receiver), List.of(), "一");
            InboxFixtures.signIn(receiver);
            copies.read(number);
            InboxFixtures.signIn(sender);

            copies.send(number, List.of(receiver), List.of(), "二");

            InboxFixtures.signIn(receiver);
            assertThat(copies.unread()).isEqualTo(1);
        }
    }

    @Test
    void handingAndAskingLetPeopleIn() {
        long handed = errands.person("接手人", errands.post());
        long asked = errands.person("会签人", errands.post());
        errands.transaction().executeWithoutResult(status -> {
            OpenTasks open = context.getBean(OpenTasks.class);
            InboxTask task = open.ofCase(number).getFirst();
            open.hand(task, handed, null);
            open.ask(task, ItemKind.SIGN, 1, "task/sign", asked, task.dueAt());
        });

        assertThat(audience.involves(number, handed)).isTrue();
        assertThat(audience.involves(number, asked)).isTrue();
        assertThat(audience.involves(number, receiver)).isFalse();
    }
}
