package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.org.Colleague;
import org.bihuan.org.StaffService;
import org.bihuan.task.Finishing;
import org.bihuan.task.Signer;
import org.bihuan.task.SignerPlace;
import org.bihuan.task.Signing;
import org.bihuan.task.SigningFixtures;
import org.bihuan.task.Vote;
import org.bihuan.task.ui.TaskAction.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class SignViewTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Signing signing;

    @Autowired
    Finishing finishing;

    @Autowired
    SignParts parts;

    @Autowired
    TaskActions actions;

    @Autowired
    AddSignersAction adding;

    @Autowired
    RemoveSignerAction removing;

    @Autowired
    Idempotency idempotency;

    @Autowired
    StaffService staff;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsWhatIsSignedAndWhoElseSigns() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        memo.agree(memo.signer(0));

        open(memo, memo.signer(1));

        assertThat(find(ListItem.class).all()).hasSize(3);
        assertThat(find(ListItem.class)
                        .all()
                        .getFirst()
                        .getChildren()
                        .map(part -> part.getElement().getText()))
                .contains("会签甲", text("task.sign.vote.AGREE"));
        assertThat(find(Anchor.class).withText(text("task.sign.case")).single().getHref())
                .isEqualTo("memos/" + memo.number);
        assertThat(find(Span.class).withText(text("task.sign.progress", 1, 3)).all())
                .hasSize(1);
    }

    @Test
    void signsAndLeavesForTheInbox() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        open(memo, memo.signer(1));

        test(votes()).selectItem(text("task.sign.vote.AGREE"));
        press("task.sign.send");

        assertThat(memo.asked()).containsExactly("会签甲", "会签丙");
    }

    @Test
    void asksForAVoteAndForAReasonBesideTheFields() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        open(memo, memo.signer(0));

        press("task.sign.send");
        assertThat(votes().isInvalid()).isTrue();
        test(votes()).selectItem(text("task.sign.vote.REJECT"));
        press("task.sign.send");
        TextArea opinion = find(TextArea.class).single();
        assertThat(opinion.isInvalid()).isTrue();
        assertThat(memo.asked()).hasSize(3);

        test(opinion).setValue("预算不足");
        press("task.sign.send");
        assertThat(memo.asked()).containsExactly("会签乙", "会签丙");
    }

    @Test
    void saysThatNothingIsLeftToDo() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        memo.agree(memo.signer(0));

        open(memo, memo.signer(0));

        assertThat(find(Paragraph.class)
                        .withText(text("task.sign.over.DECIDED"))
                        .all())
                .hasSize(1);
        assertThat(find(RadioButtonGroup.class).all()).isEmpty();
    }

    @Test
    void isForThePersonAskedAndTheRightCaseOnly() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        long row = memo.row(memo.signer(0));

        InboxFixtures.signIn(memo.signer(1));
        assertThatThrownBy(() -> open(row, memo.number.value())).isInstanceOf(CaseNotFoundException.class);
        InboxFixtures.signIn(memo.signer(0));
        assertThatThrownBy(() -> open(row, "MEMO-2026-999999")).isInstanceOf(CaseNotFoundException.class);
    }

    @Test
    void showsWhatTheHolderAnsweredToThoseWhoSignAfter() {
        SigningFixtures memo = new SigningFixtures(context, "reviewMemo");
        long holder = memo.held();
        long after = memo.person("后签人");
        memo.add(holder, SignerPlace.AFTER, after);
        memo.finish(holder);

        open(memo, after);

        assertThat(find(DescriptionList.Description.class).single().getText()).isEqualTo("拟同意");
    }

    @Test
    void whoeverIsAskedMaySendTheCaseBackButNotGiveItAway() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");

        open(memo, memo.signer(0));

        assertThat(operations())
                .contains(text("task.return"), text("task.action.addSigners"))
                .doesNotContain(text("task.transfer"), text("task.delegate"), text("task.extend"));
    }

    @Test
    void whoeverHasSignedNoLongerSendsTheCaseBack() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        memo.agree(memo.signer(0));

        open(memo, memo.signer(0));

        assertThat(operations()).doesNotContain(text("task.return"), text("task.action.addSigners"));
    }

    @Test
    void whoeverWasAskedForAnOpinionOnlyLeavesTheCaseWhereItIs() {
        SigningFixtures memo = new SigningFixtures(context, "reviewMemo");
        long beside = memo.person("加签人");
        memo.add(memo.held(), SignerPlace.BESIDE, beside);

        open(memo, beside);

        assertThat(operations()).doesNotContain(text("task.return"), text("task.transfer"));
    }

    @Test
    void addsSignersByADialog() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        long added = memo.person("加签人");
        InboxFixtures.signIn(memo.signer(0));
        var subject = new Subject("memo", memo.number, memo.task(), false, 0);
        assertThat(adding.offered(subject)).isTrue();
        adding.open(subject, () -> {});

        press("task.action.addSigners.send");
        MultiSelectComboBox<Colleague> people = people();
        assertThat(people.isInvalid()).isTrue();
        people.setValue(staff.colleagues(List.of(added)));
        press("task.action.addSigners.send");

        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(memo.asked()).containsExactly("会签乙", "会签丙", "加签人");
        assertThat(adding.offered(subject)).as("others come first now").isFalse();
    }

    @Test
    void removesASignerByADialog() {
        SigningFixtures memo = new SigningFixtures(context, "signMemo");
        long added = memo.person("加签人");
        var subject = new Subject("memo", memo.number, memo.task(), false, 0);
        InboxFixtures.signIn(memo.signer(0));
        assertThat(removing.offered(subject)).isFalse();
        memo.add(memo.signer(0), SignerPlace.BESIDE, added);
        assertThat(removing.offered(subject)).isTrue();
        removing.open(subject, () -> {});

        press("task.action.removeSigner.send");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        Select<Signer> who = select();
        who.setValue(signing.ledger(memo.taskId()).getLast());
        test(find(TextArea.class).single()).setValue("多余");
        press("task.action.removeSigner.send");

        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(memo.asked()).containsExactly("会签甲", "会签乙", "会签丙");
    }

    private void open(SigningFixtures memo, long staffId) {
        InboxFixtures.signIn(staffId);
        open(memo.row(staffId), memo.number.value());
    }

    private void open(long row, String number) {
        var view = new SignView(signing, finishing, parts, actions, idempotency);
        var event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters())
                .thenReturn(new RouteParameters(Map.of("signer", String.valueOf(row), "caseNumber", number)));
        view.beforeEnter(event);
        UI.getCurrent().add(view);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Vote> votes() {
        return find(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Colleague> people() {
        return find(MultiSelectComboBox.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Signer> select() {
        return find(Select.class).single();
    }

    /** What the bar for phones offers, which has everything under one button. */
    private List<String> operations() {
        return find(MenuBar.class).all().getLast().getItems().getFirst().getSubMenu().getItems().stream()
                .map(MenuItem::getText)
                .toList();
    }

    private void press(String key) {
        test(find(Button.class).withText(text(key)).single()).click();
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
