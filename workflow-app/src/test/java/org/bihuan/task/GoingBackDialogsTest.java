package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.IntegrationTest;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.ui.TaskAction;
import org.bihuan.task.ui.TaskAction.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class GoingBackDialogsTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    private final List<String> followed = new ArrayList<>();
    private MemoFixtures memos;
    private MemoWalk memo;

    @BeforeEach
    void chinese() {
        UI.getCurrent().setLocale(Locale.CHINESE);
        memos = new MemoFixtures(context);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void returningOffersTheStepsAndChoosesTheNearest() {
        memo = MemoWalk.at(memos, "checkBudget");

        action("task.return").open(subject(memo.task("checkBudget")), () -> followed.add("done"));

        assertThat(choice().getListDataView().getItems()).hasSize(2);
        assertThat(label(choice().getValue())).startsWith("审核 · " + text("task.return.previous") + " · 审核甲 ");
        send("task.return.send");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(followed).isEmpty();

        choice().setValue(choice().getListDataView().getItem(1));
        assertThat(label(choice().getValue())).startsWith("起草 · " + text("task.return.starter") + " · 起草人 ");
        test(find(TextArea.class).single()).setValue("金额不符");
        send("task.return.send");

        assertThat(followed).containsExactly("done");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(memo.open()).containsExactly("draftMemo");
        assertThat(memo.lastDeed()).endsWith("金额不符");
    }

    @Test
    void takingBackAsksWhy() {
        memo = MemoWalk.start(memos);
        memo.done("draftMemo");

        action("task.takeBack").open(subject(null), () -> followed.add("done"));

        assertThat(label(choice().getValue())).startsWith("起草 · ");
        send("task.takeBack.send");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("漏了附件");
        send("task.takeBack.send");

        assertThat(followed).containsExactly("done");
        assertThat(memo.open()).containsExactly("draftMemo");
    }

    @Test
    void takingBackSaysWhenItIsTooLate() {
        memo = MemoWalk.at(memos, "reviewMemo");
        InboxFixtures.signIn(memo.cast().starter());

        action("task.takeBack").open(subject(null), () -> followed.add("done"));

        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(followed).isEmpty();
    }

    @Test
    void revokingAsksWhy() {
        memo = MemoWalk.at(memos, "reviewMemo");
        InboxFixtures.signIn(memo.cast().starter());

        action("task.revoke").open(subject(null), () -> followed.add("done"));
        send("task.revoke.send");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("不再采购");
        send("task.revoke.send");

        assertThat(followed).containsExactly("done");
        memo.assertEnded("REVOKED");
    }

    @Test
    void eachIsOfferedOnlyWhereItCanBeDone() {
        memo = MemoWalk.at(memos, "reviewMemo");
        InboxTask review = memo.task("reviewMemo");
        assertThat(action("task.return").offered(subject(review))).isTrue();
        assertThat(action("task.return").offered(subject(null))).isFalse();
        assertThat(action("task.takeBack").offered(subject(review))).isFalse();
        assertThat(action("task.revoke").offered(subject(review))).isFalse();

        InboxFixtures.signIn(memo.cast().starter());
        assertThat(action("task.takeBack").offered(subject(null))).isFalse();
        assertThat(action("task.revoke").offered(subject(null))).isTrue();

        memo.done("reviewMemo");
        assertThat(action("task.takeBack").offered(subject(null))).isTrue();
    }

    private Subject subject(@Nullable InboxTask task) {
        return new Subject(MemoFixtures.FAMILY, memo.number(), task, task != null, 0);
    }

    private TaskAction action(String key) {
        return context.getBeansOfType(TaskAction.class).values().stream()
                .filter(action -> action.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Object> choice() {
        return find(RadioButtonGroup.class).single();
    }

    private String label(Object item) {
        return choice().getItemLabelGenerator().apply(item);
    }

    private void send(String key) {
        test(find(Button.class).withText(UI.getCurrent().getTranslation(key)).single())
                .click();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
