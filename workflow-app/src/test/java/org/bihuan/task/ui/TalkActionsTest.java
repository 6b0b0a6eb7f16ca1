package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.Copy;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.PlaceFixtures;
import org.bihuan.org.Colleague;
import org.bihuan.org.Post;
import org.bihuan.org.Role;
import org.bihuan.org.StaffService;
import org.bihuan.org.UnitKind;
import org.bihuan.task.ui.TaskAction.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** 抄送 and 催办 as people do them in the bar of a case. */
@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class TalkActionsTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CopyAction copy;

    @Autowired
    UrgeAction urge;

    @Autowired
    Copies copies;

    @Autowired
    InboxService inbox;

    @Autowired
    StaffService staff;

    InboxFixtures errands;
    long post;
    long starter;
    CaseNumber number;
    final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        post = errands.post();
        starter = errands.person("李强", errands.post());
        errands.person("经办人", post);
        number = errands.start("暴露垃圾", starter, post);
        InboxFixtures.signIn(starter);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void copiesToPeopleAndPosts() {
        var places = new PlaceFixtures(context);
        long street = places.unit(UnitKind.STREET, null);
        long leaderPost = places.post(street, Role.LEADER);
        errands.person("孙领导", leaderPost);
        places.lay(number, street);
        long colleague = errands.person("王芳", errands.post());
        copy.open(wholeCase(), done::incrementAndGet);

        this.<Colleague>list(text("task.copy.people")).setValue(Set.copyOf(staff.colleagues(List.of(colleague))));
        this.<Post>list(text("task.copy.posts"))
                .setValue(Set.of(copies.posts(number).getFirst()));
        test(find(TextArea.class).single()).setValue("请知悉");
        press("task.copy.send");

        assertThat(copies.receipts(number)).extracting(Copy::staffName).containsExactlyInAnyOrder("王芳", "孙领导");
        assertThat(done).hasValue(1);
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    @Test
    void asksForSomebodyToCopyTo() {
        copy.open(wholeCase(), done::incrementAndGet);

        press("task.copy.send");

        assertThat(list(text("task.copy.people")).getErrorMessage()).isEqualTo(text("task.copy.nobody"));
        assertThat(done).hasValue(0);
    }

    @Test
    void urgesTheWholeCaseAndSaysWhenItIsPossibleAgain() {
        urge.open(wholeCase(), done::incrementAndGet);
        press("task.urge.send");
        assertThat(done).hasValue(1);

        urge.open(wholeCase(), done::incrementAndGet);
        press("task.urge.send");

        assertThat(done).hasValue(1);
        assertThat(test(find(Notification.class).all().getLast()).getText())
                .startsWith(text("task.urge.refused.soon", "#").split("#")[0]);
    }

    @Test
    void offersUrgingToTheStarterWhileTheCaseIsOpenAndNotInHisHands() {
        var task = inbox.task(number, "runErrand").orElseThrow();

        assertThat(urge.offered(wholeCase())).isTrue();
        assertThat(urge.offered(new Subject("errand", number, task, true, 0))).isFalse();
        InboxFixtures.signIn(errands.person("旁人", post));
        assertThat(urge.offered(wholeCase())).isFalse();
    }

    private Subject wholeCase() {
        return new Subject("errand", number, null, false, 0);
    }

    @SuppressWarnings("unchecked")
    private <T> MultiSelectComboBox<T> list(String label) {
        return find(MultiSelectComboBox.class).all().stream()
                .filter(list -> label.equals(list.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void press(String key) {
        test(find(Button.class).withText(text(key)).single()).click();
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
