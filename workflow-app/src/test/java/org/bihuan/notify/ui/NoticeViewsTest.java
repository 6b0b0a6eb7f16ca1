package org.bihuan.notify.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.InboxFeed;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.notify.NoticeService;
import org.bihuan.notify.NoticeSettings;
import org.bihuan.notify.NoticeWords;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OwnContact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class NoticeViewsTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NoticeService service;

    @Autowired
    NoticeSettings settings;

    @Autowired
    OwnContact contact;

    @Autowired
    NoticeWords words;

    @Autowired
    InboxFeed feed;

    @Autowired
    CurrentUser user;

    @Autowired
    Clock clock;

    long wang;

    @BeforeEach
    void prepare() {
        wang = new InboxFixtures(context).person("王芳");
        InboxFixtures.signIn(wang);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Nested
    class Notices {

        @Test
        void saysWhatWillComeWhereThereIsNothing() {
            open();

            assertThat(find(Paragraph.class)
                            .withText(text("notify.none"))
                            .single()
                            .isVisible())
                    .isTrue();
            assertThat(find(Button.class)
                            .withText(text("notify.readAll"))
                            .single()
                            .isEnabled())
                    .isFalse();
        }

        @Test
        void showsWhatHappenedAndWhatWasSaid() {
            tell("请尽快");

            open();

            assertThat(card().getElement().getTextRecursively())
                    .contains(
                            text("notify.kind.task.urged"), "暴露垃圾", "INBOX-2026-000009", "请尽快", text("notify.unread"));
        }

        @Test
        void opensTheCaseByOnePress() {
            tell("请尽快");
            open();

            test(card()).click();

            assertThat(service.unread()).isZero();
        }

        @Test
        void marksAllAsRead() {
            tell("一");
            tell("二");
            open();

            test(find(Button.class).withText(text("notify.readAll")).single()).click();

            assertThat(service.unread()).isZero();
            assertThat(find(NoticeCard.class).all()).hasSize(2).noneMatch(card -> card.hasClassName("notify-unread"));
        }

        @Test
        void showsWhatComesWithoutReloading() {
            open();

            tell("新来的");
            feed.poll();
            roundTrip();

            assertThat(card().getElement().getTextRecursively()).contains("新来的");
        }

        @Test
        void loadsFurtherPages() {
            for (int i = 0; i < 30; i++) {
                tell("第" + i + "条");
            }
            open();
            assertThat(find(NoticeCard.class).all()).hasSize(25);

            test(find(Button.class).withText(text("notify.more")).single()).click();

            assertThat(find(NoticeCard.class).all()).hasSize(30);
        }

        private NoticeCard card() {
            return find(NoticeCard.class).single();
        }

        private void open() {
            UI.getCurrent().add(new NoticesView(service, words, feed, user));
        }

        private void tell(String said) {
            var ref = new CaseRef("errand", new CaseNumber("INBOX-2026-000009"));
            transaction.executeWithoutResult(status ->
                    events.publishEvent(new Notice("task.urged", Set.of(wang), ref, "暴露垃圾", said, clock.instant())));
        }
    }

    @Nested
    class Settings {

        @Test
        void saysThatNoWayOutIsOpenAndKeepsTheTimes() {
            open();
            assertThat(find(Paragraph.class).withText(text("notify.ways.none")).all())
                    .hasSize(1);

            find(TimePicker.class).all().getFirst().setValue(LocalTime.of(22, 0));
            find(Checkbox.class).single().setValue(true);
            digests().setValue(Set.of(LocalTime.of(9, 0)));
            find(EmailField.class).single().setValue("wang@example.cn");
            save();

            assertThat(settings.own().quietFrom()).isEqualTo(LocalTime.of(22, 0));
            assertThat(settings.own().urgentAlways()).isTrue();
            assertThat(settings.own().digestTimes()).isEqualTo(List.of(LocalTime.of(9, 0)));
            assertThat(user.require().email()).isEqualTo("wang@example.cn");
        }

        @Test
        void saysAtTheFieldWhatIsWrongAndChangesNothing() {
            open();
            find(EmailField.class).single().setValue("wang");
            digests().setValue(Set.of(LocalTime.of(9, 0)));

            save();

            assertThat(find(EmailField.class).single().getErrorMessage()).isEqualTo(text("org.refused.BAD_EMAIL"));
            assertThat(settings.own().digestTimes()).hasSize(2);
        }

        @Test
        void asksForATimeOfDigestsAndForQuietHours() {
            open();
            digests().setValue(Set.of());
            find(TimePicker.class).all().getFirst().setValue(null);

            save();

            assertThat(digests().isInvalid()).isTrue();
            assertThat(find(TimePicker.class).all().getFirst().isInvalid()).isTrue();
            assertThat(settings.own().digestTimes()).hasSize(2);
        }

        @SuppressWarnings("unchecked")
        private MultiSelectComboBox<LocalTime> digests() {
            return find(MultiSelectComboBox.class).single();
        }

        private void save() {
            test(find(Button.class).withText(text("notify.save")).single()).click();
        }

        private void open() {
            UI.getCurrent().add(new NoticeSettingsView(settings, contact, user));
        }
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
