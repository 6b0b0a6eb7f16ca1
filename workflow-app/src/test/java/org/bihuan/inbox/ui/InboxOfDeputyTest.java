package org.bihuan.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.Refusals;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Deputies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a deputy sees of the absent person's work. */
@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class InboxOfDeputyTest extends BrowserlessTest {

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
    InboxTools tools;

    @Autowired
    Deputies deputies;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    CaseNumber number;
    long post;
    long absent;
    long deputy;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        post = errands.post();
        absent = errands.person("李强", post);
        deputy = errands.person("王芳");
        number = errands.start("暴露垃圾", null, post);
        InboxFixtures.signIn(absent);
        inbox.claim(number, "runErrand");
        appoint(deputy);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void saysInWhosePlaceAndTakesWhatTheAbsentPersonHadInHand() {
        InboxView view = open();
        assertThat(view.getElement().getTextRecursively()).contains(inPlaceOf("李强"));

        test(find(Button.class).withText(text("inbox.claim")).single()).click();

        assertThat(inbox.task(number, "runErrand").orElseThrow().assigneeId()).isEqualTo(deputy);
        assertThat(find(Button.class).withText(text("inbox.claim")).all()).isEmpty();
        assertThat(view.getElement().getTextRecursively()).contains(inPlaceOf("李强"), text("inbox.mine"));
    }

    @Test
    void hearsOfWhatArrivesForTheAbsentPerson() {
        open();

        errands.start("新来的", null, post);
        hears();

        assertThat(titles()).contains("新来的");
    }

    @Test
    void followsWithoutAReloadWhenATimeAsDeputyBeginsAndEnds() {
        long other = errands.person("赵敏");
        InboxFixtures.signIn(other);
        open();
        assertThat(titles()).isEmpty();

        appoint(other);
        hears();
        assertThat(titles()).containsExactly("暴露垃圾");

        errands.start("新来的", null, post);
        hears();
        assertThat(titles()).containsExactlyInAnyOrder("暴露垃圾", "新来的");

        deputies.end(deputies.forOthers().getFirst().id());
        hears();
        assertThat(titles()).isEmpty();
    }

    /** The absent person appoints somebody, who then goes on. */
    private void appoint(long staffId) {
        InboxFixtures.signIn(absent);
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        deputies.appoint(List.of(staffId), Set.of(), today, today, "年休假");
        InboxFixtures.signIn(staffId);
    }

    private void hears() {
        feed.poll();
        roundTrip();
    }

    private List<String> titles() {
        return find(Anchor.class).withClassName("inbox-link").all().stream()
                .map(Anchor::getText)
                .toList();
    }

    private static String inPlaceOf(String name) {
        return text("inbox.for", name, "#").split("#")[0];
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }

    private InboxView open() {
        var view = new InboxView(inbox, queries, copies, feed, user, refusals, rows, tools);
        UI.getCurrent().add(view);
        return view;
    }
}
