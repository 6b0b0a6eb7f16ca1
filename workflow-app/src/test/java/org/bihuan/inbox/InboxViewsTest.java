package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.bihuan.IntegrationTest;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.inbox.InboxFilter.Order;
import org.bihuan.inbox.InboxFilter.Whose;
import org.bihuan.inbox.ViewRefusedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class InboxViewsTest {

    private static final InboxFilter NARROW =
            new InboxFilter("errand", DeadlineState.RED, "井盖 科技街", Whose.MINE, Order.NEWEST);

    @Autowired
    InboxViews views;

    InboxFixtures errands;

    @BeforeEach
    void prepare(@Autowired ConfigurableApplicationContext context) {
        errands = new InboxFixtures(context);
        InboxFixtures.signIn(errands.person("李强"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void keepsFiltersAsTheyWere() {
        views.save(" 我的红件 ", NARROW);
        views.save("全部", InboxFilter.ALL);

        assertThat(views.list()).extracting(SavedView::name).containsExactly("我的红件", "全部");
        assertThat(views.list()).extracting(SavedView::filter).containsExactly(NARROW, InboxFilter.ALL);
    }

    @Test
    void renamesAndDeletes() {
        views.save("旧名", NARROW);
        long id = views.list().getFirst().id();

        views.rename(id, "新名");
        assertThat(views.list()).extracting(SavedView::name).containsExactly("新名");
        views.rename(id, "新名");

        views.delete(id);
        views.delete(id);
        assertThat(views.list()).isEmpty();
        refuses(Reason.GONE, () -> views.rename(id, "再来"));
    }

    @Test
    void keepsTheViewsOfEachPersonApart() {
        views.save("我的", NARROW);
        long id = views.list().getFirst().id();

        InboxFixtures.signIn(errands.person("王芳"));

        assertThat(views.list()).isEmpty();
        refuses(Reason.GONE, () -> views.rename(id, "她的"));
        views.delete(id);
        views.save("我的", InboxFilter.ALL);
        assertThat(errands.jdbc().queryForObject("select count(*) from inbox_view where id = ?", Long.class, id))
                .isOne();
    }

    @Test
    void refusesNamesThatAreMissingTooLongOrTaken() {
        views.save("甲", NARROW);
        views.save("乙", NARROW);
        long second = views.list().getLast().id();

        refuses(Reason.NAME_MISSING, () -> views.save("  ", NARROW));
        refuses(Reason.NAME_TOO_LONG, () -> views.save("长".repeat(41), NARROW));
        refuses(Reason.NAME_TAKEN, () -> views.save("甲", NARROW));
        refuses(Reason.NAME_TAKEN, () -> views.rename(second, "甲"));
        views.save("𠮷".repeat(40), NARROW);
        assertThat(views.list()).hasSize(3);
    }

    @Test
    void keepsTwentyAtMost() {
        for (int i = 0; i < SavedView.MOST; i++) {
            views.save("视图" + i, NARROW);
        }

        refuses(Reason.TOO_MANY, () -> views.save("再一个", NARROW));
    }

    @Test
    void remembersTheColumns() {
        assertThat(views.columns()).isEqualTo(InboxColumn.usual());

        views.show(EnumSet.of(InboxColumn.NUMBER, InboxColumn.UNIT));
        assertThat(views.columns()).containsExactly(InboxColumn.NUMBER, InboxColumn.UNIT);

        views.show(EnumSet.allOf(InboxColumn.class));
        assertThat(views.columns()).containsExactly(InboxColumn.values());

        InboxFixtures.signIn(errands.person("王芳"));
        assertThat(views.columns()).isEqualTo(InboxColumn.usual());
    }

    private static void refuses(Reason reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ViewRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
