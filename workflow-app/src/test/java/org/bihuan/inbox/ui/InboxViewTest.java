package org.bihuan.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.InboxColumn;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxViews;
import org.bihuan.inbox.Refusals;
import org.bihuan.org.CurrentUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class InboxViewTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    InboxService inbox;

    @Autowired
    InboxQueries queries;

    @Autowired
    Copies copies;

    @Autowired
    InboxFeed feed;

    @Autowired
    CurrentUser user;

    @Autowired
    Refusals refusals;

    @Autowired
    InboxRows rows;

    @Autowired
    InboxViews views;

    @Autowired
    ListFile files;

    @Autowired
    ObjectProvider<BulkVerb> verbs;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    long post;
    long worker;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        post = errands.post();
        worker = errands.person("李强", post);
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void saysWhatToExpectWhenThereIsNothing() {
        open();

        assertThat(find(Paragraph.class).single().getText()).isEqualTo(text("inbox.empty.TODO"));
        select(1);
        assertThat(find(Paragraph.class).single().getText()).isEqualTo(text("inbox.empty.DONE"));
        select(2);
        assertThat(find(Paragraph.class).single().getText()).isEqualTo(text("inbox.empty.STARTED"));
        select(3);
        assertThat(find(Paragraph.class).single().getText()).isEqualTo(text("inbox.empty.COPIED"));
    }

    @Test
    void saysWhyNothingComesToSomebodyWithoutPosts() {
        InboxFixtures.signIn(errands.person("新人"));

        open();

        assertThat(find(Paragraph.class).single().getText()).isEqualTo(text("inbox.empty.noPost"));
    }

    @Test
    void linksEachItemToItsForm() {
        CaseNumber number = errands.start("暴露垃圾", null, post);

        open();

        assertThat(find(Anchor.class).single().getHref()).isEqualTo("errand/run-errand/" + number);
        assertThat(find(Span.class).withClassName("inbox-count").single().getText())
                .isEqualTo("1");
    }

    @Test
    void takesAnItemWithOnePress() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        open();

        test(find(Button.class).withText(text("inbox.claim")).single()).click();

        assertThat(inbox.task(number, "runErrand").orElseThrow().assigneeId()).isEqualTo(worker);
        assertThat(find(Button.class).withText(text("inbox.claim")).all()).isEmpty();
        assertThat(find(Span.class).withText(text("inbox.mine")).all()).hasSize(1);
    }

    @Test
    void tellsWhoWasFirst() {
        CaseNumber number = errands.start("暴露垃圾", null, post);
        open();
        InboxFixtures.signIn(errands.person("王芳", post));
        inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());
        InboxFixtures.signIn(worker);

        test(find(Button.class).withText(text("inbox.claim")).single()).click();

        assertThat(test(find(Notification.class).single()).getText())
                .startsWith(text("inbox.first", "王芳", "#").split("#")[0])
                .isNotEqualTo(text("inbox.first.undated", "王芳"));
        assertThat(find(Anchor.class).all()).isEmpty();
    }

    @Test
    void showsWhatOthersSendWithoutReloading() {
        open();

        errands.start("新来的", null, post);
        feed.poll();
        roundTrip();

        assertThat(find(Anchor.class).single().getText()).isEqualTo("新来的");
    }

    @Test
    void stopsListeningWhenThePageIsLeft() {
        InboxView view = open();
        UI.getCurrent().remove(view);

        errands.start("新来的", null, post);
        feed.poll();
        roundTrip();

        assertThat(find(Anchor.class).all()).isEmpty();
    }

    @Test
    void loadsFurtherPages() {
        Instant now = clock.instant();
        for (int i = 0; i < Pager.PAGE + 5; i++) {
            errands.item(post, "件" + i, now, now.plus(Duration.ofHours(3)), now.plus(Duration.ofHours(4)));
        }
        open();
        assertThat(find(Anchor.class).all()).hasSize(Pager.PAGE);

        test(find(Button.class).withText(text("inbox.more")).single()).click();

        assertThat(find(Anchor.class).all()).hasSize(Pager.PAGE + 5);
        assertThat(find(Button.class).withText(text("inbox.more")).all()).isEmpty();
    }

    @Test
    void narrowsByColourAndTextAndWidensAgain() {
        Instant now = clock.instant();
        errands.item(post, "超期件", now.minusSeconds(9), now.minusSeconds(5), now.minusSeconds(1));
        errands.item(post, "从容件", now, now.plusSeconds(5000), now.plusSeconds(9000));
        open();

        NativeButton red = find(NativeButton.class).withClassName("inbox-red").single();
        assertThat(red.getText()).isEqualTo(text("inbox.state.RED") + " 1");
        test(red).click();
        assertThat(titles()).containsExactly("超期件");

        test(find(TextField.class).single()).setValue("从容");
        assertThat(titles()).isEmpty();
        test(find(Button.class).withText(text("inbox.clear")).single()).click();
        assertThat(titles()).containsExactly("超期件", "从容件");
    }

    @Test
    void showsWhatIsSpecialAboutAnItem() {
        CaseNumber number = errands.start("路灯不亮", null, post);
        errands.marked(
                number,
                "urged_at = utc_timestamp(), urged_times = 2, suspended_at = utc_timestamp(), assignee_id = " + worker
                        + ", owner_id = " + errands.person("王芳") + ", for_staff_id = " + errands.person("赵敏"));

        open();

        assertThat(find(Span.class).withClassName("inbox-tinted").all().stream()
                        .map(Span::getText)
                        .toList())
                .contains(text("inbox.tag.for", "赵敏"), text("inbox.tag.delegatedBy", "王芳"))
                .anyMatch(words -> words.startsWith(text("inbox.tag.urged.often", "", 2)));
        assertThat(find(Span.class).withText(text("inbox.tag.suspended")).all()).hasSize(1);
    }

    @Test
    void takesAllSelectedItemsAndTellsWhatBecameOfEach() {
        CaseNumber first = errands.start("件一", null, post);
        errands.start("spoilt", null, post);
        open();
        assertThat(find(Button.class).withText(text("inbox.bulk.claim")).all()).isEmpty();

        test(find(Button.class).withText(text("inbox.selectAll")).single()).click();
        assertThat(find(Checkbox.class).withClassName("inbox-select").all())
                .hasSize(2)
                .allMatch(Checkbox::getValue);
        test(find(Button.class).withText(text("inbox.bulk.claim")).single()).click();
        test(find(Button.class).withText(text("inbox.bulk.start", 2)).single()).click();
        roundTrip();

        assertThat(inbox.task(first, "runErrand").orElseThrow().assigneeId()).isEqualTo(worker);
        assertThat(find(Paragraph.class).all().stream().map(Paragraph::getText))
                .contains(text("inbox.bulk.result", 1, 1));
        assertThat(find(Span.class).withText(text("inbox.bulk.claim.done")).all())
                .hasSize(1);
        assertThat(find(Span.class)
                        .withText("spoilt")
                        .withClassName("inbox-red")
                        .all())
                .hasSize(1);
    }

    @Test
    void offersOnlyWhatFitsEverySelectedItem() {
        CaseNumber mine = errands.start("我的", null, post);
        inbox.claim(inbox.task(mine, "runErrand").orElseThrow().taskId());
        errands.start("待受理", null, post);
        open();

        test(find(Button.class).withText(text("inbox.selectAll")).single()).click();
        assertThat(find(Button.class).withText(text("inbox.bulk.claim")).all()).isEmpty();

        test(find(Button.class).withText(text("inbox.selectAll")).single()).click();
        Checkbox box = find(Checkbox.class).all().stream()
                .filter(one -> one.getAriaLabel().orElse("").contains("待受理"))
                .findFirst()
                .orElseThrow();
        test(box).click();
        assertThat(find(Button.class).withText(text("inbox.bulk.claim")).all()).hasSize(1);
    }

    @Test
    void keepsAFilterUnderANameAndBringsItBack() {
        errands.start("井盖破损", null, post);
        errands.start("路灯不亮", null, post);
        open();
        test(find(TextField.class).withClassName("inbox-search").single()).setValue("井盖");
        test(find(Button.class).withText(text("inbox.views")).single()).click();
        test(find(TextField.class).withCaption(text("inbox.views.name")).single())
                .setValue("井盖类");
        test(find(Button.class).withText(text("inbox.views.keep")).single()).click();
        test(find(Button.class).withText(text("inbox.views.keep")).single()).click();
        assertThat(find(TextField.class)
                        .withCaption(text("inbox.views.name"))
                        .single()
                        .getErrorMessage())
                .isEqualTo(text("inbox.views.refused.NAME_MISSING"));
        test(find(Button.class).withText(text("inbox.close")).single()).click();
        test(find(TextField.class).withClassName("inbox-search").single()).setValue("");
        assertThat(titles()).hasSize(2);

        test(find(Button.class).withText(text("inbox.views")).single()).click();
        test(find(Button.class).withText("井盖类").single()).click();

        assertThat(titles()).containsExactly("井盖破损");
        assertThat(find(TextField.class).withClassName("inbox-search").single().getValue())
                .isEqualTo("井盖");
    }

    @Test
    void leavesOutColumnsThatThePersonDoesNotWantOnEveryPageAfterwards() {
        errands.start("井盖破损", null, post);
        views.show(EnumSet.of(InboxColumn.UNIT, InboxColumn.HOLDER));

        open();

        assertThat(find(Div.class).withClassName("inbox-table").single().getClassNames())
                .contains("inbox-without-number", "inbox-without-place")
                .doesNotContain("inbox-without-unit", "inbox-without-holder");
    }

    @Test
    void listsWhatWasCopiedAndCountsWhatIsUnread() {
        CaseNumber number = errands.start("井盖破损", null, errands.post());
        InboxFixtures.signIn(errands.person("王芳", errands.post()));
        copies.send(number, List.of(worker), List.of(), "请知悉");
        InboxFixtures.signIn(worker);

        open();
        assertThat(find(Span.class).withClassName("inbox-count").all().stream()
                        .map(Span::getText)
                        .toList())
                .containsExactly("0", "1");
        select(3);
        assertThat(find(Anchor.class).single().getHref()).isEqualTo("errands/" + number);
        assertThat(find(Span.class).withText("请知悉").all()).hasSize(1);
        assertThat(find(Span.class).withText(text("inbox.copy.unread")).all()).hasSize(1);

        copies.read(number);
        select(0);
        select(3);
        assertThat(find(Span.class).withText(text("inbox.copy.unread")).all()).isEmpty();
    }

    private List<String> titles() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }

    private void select(int tab) {
        find(Tabs.class).single().setSelectedIndex(tab);
    }

    private InboxTools tools() {
        return new InboxTools(views, files, InboxFixtures.runsAtOnce(), refusals, verbs, clock);
    }

    private InboxView open() {
        var view = new InboxView(inbox, queries, copies, feed, user, refusals, rows, tools());
        UI.getCurrent().add(view);
        return view;
    }
}
