package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.IntegrationTest;
import org.bihuan.calendar.DateFormats;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.task.Drafts;
import org.bihuan.task.Drafts.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class DraftKeeperTest extends BrowserlessTest {

    private static final Instant TEN_PAST_FOUR = Instant.parse("2026-11-23T08:10:00Z");

    private static final InboxTask TASK = new InboxTask(
            "t1",
            "handleIncident",
            "incident/handle-incident",
            "incident",
            "SBQ-2026-000001",
            List.of(1L),
            7L,
            null,
            "/1/",
            TEN_PAST_FOUR,
            TEN_PAST_FOUR,
            TEN_PAST_FOUR,
            null,
            false);

    @Autowired
    FormSchemas schemas;

    Drafts drafts;
    SchemaForm form;
    TextField beside;

    @BeforeEach
    void aForm() {
        drafts = mock(Drafts.class);
        when(drafts.find("t1")).thenReturn(Optional.empty());
        when(drafts.save(anyString(), any())).thenReturn(TEN_PAST_FOUR);
        form = new SchemaForm(schemas.schema("incident/handle-incident"));
        form.setValues(Map.of("outcome", "handled"));
        beside = new TextField();
        beside.setId("beside");
    }

    @Test
    void savesWhatIsWrittenAndSaysWhen() {
        open();

        note().setValue("清理到一半");

        verify(drafts).save(eq("t1"), argThat(answers -> "清理到一半".equals(answers.get("note"))));
        assertThat(status()).isEqualTo(text("task.draft.saved", "16:10"));
    }

    @Test
    void savesFieldsBesideTheForm() {
        open();

        beside.setValue("旁边");

        verify(drafts).save(eq("t1"), argThat(answers -> "旁边".equals(answers.get("beside"))));
    }

    @Test
    void savesNothingBeforeAnythingIsWritten() {
        open();

        verify(drafts, never()).save(anyString(), any());
        assertThat(status()).isEmpty();
    }

    @Test
    void textIsSentWhileSomebodyWritesAndMayWaitInTheBrowser() {
        open();

        assertThat(note().getValueChangeMode()).isEqualTo(ValueChangeMode.LAZY);
        assertThat(note().getElement().getAttribute("data-draft")).isEqualTo("t1.7");
    }

    @Test
    void aPhoneNumberNeverWaitsInTheBrowser() {
        form = new SchemaForm(schemas.schema("incident/report-contact"));
        open();

        assertThat(form.component("phone").orElseThrow().getElement().hasAttribute("data-draft"))
                .isFalse();
    }

    @Test
    void bringsBackWhatWasKeptAndSaysFromWhen() {
        kept("{\"outcome\": \"handedUp\", \"handUpNote\": \"应由执法局处置\", \"beside\": \"旁边\", \"gone\": 1}");

        open();

        assertThat(form.values()).containsEntry("handUpNote", "应由执法局处置");
        assertThat(beside.getValue()).isEqualTo("旁边");
        String when = DateFormats.dateTime(TEN_PAST_FOUR, UI.getCurrent().getLocale());
        assertThat(when).endsWith("16:10");
        assertThat(find(Span.class).withText(text("task.draft.restored", when)).all())
                .hasSize(1);
        verify(drafts, never()).save(anyString(), any());
    }

    @Test
    void beginsAnewWithWhatThePageKnew() {
        kept("{\"outcome\": \"handedUp\", \"handUpNote\": \"应由执法局处置\", \"beside\": \"旁边\"}");
        open();

        test(button("task.draft.anew")).click();

        assertThat(form.values()).isEqualTo(Map.of("outcome", "handled"));
        assertThat(beside.getValue()).isEmpty();
        assertThat(find(Button.class).all()).isEmpty();
        verify(drafts).drop("t1");
        verify(drafts, never()).save(anyString(), any());
    }

    @Test
    void saysThatTheTaskWentToSomebodyElse() {
        open();
        when(drafts.save(anyString(), any())).thenThrow(new NotYourTaskException("given away"));

        note().setValue("清理到一半");

        assertThat(status()).isEqualTo(text("task.draft.gone"));
    }

    @Test
    void saysThatItIsNotKeptYetWhenTheDatabaseIsBusy() {
        open();
        when(drafts.save(anyString(), any())).thenThrow(new CannotAcquireLockException("busy"));

        note().setValue("清理到一半");

        assertThat(status()).isEqualTo(text("task.draft.busy"));
    }

    @Test
    void offersWhatTheLostConnectionKeptBack() {
        DraftKeeper keeper = open();
        keeper.offer(json("{\"note\": \"没有信号时写的\"}"));
        assertThat(note().getValue()).isEmpty();

        test(button("task.draft.unsent.restore")).click();

        assertThat(note().getValue()).isEqualTo("没有信号时写的");
        verify(drafts).save(eq("t1"), argThat(answers -> "没有信号时写的".equals(answers.get("note"))));
        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void throwsAwayWhatIsNotWanted() {
        DraftKeeper keeper = open();
        keeper.offer(json("{\"note\": \"没有信号时写的\"}"));

        test(button("task.draft.unsent.drop")).click();

        assertThat(note().getValue()).isEmpty();
        assertThat(find(Button.class).all()).isEmpty();
        verify(drafts, never()).save(anyString(), any());
    }

    @Test
    void offersNothingThatTheServerHas() {
        kept("{\"note\": \"清理到一半\"}");
        DraftKeeper keeper = open();

        keeper.offer(json("{\"note\": \"清理到一半\"}"));
        keeper.offer(json("{}"));
        keeper.offer(null);

        assertThat(find(Button.class)
                        .withText(text("task.draft.unsent.restore"))
                        .all())
                .isEmpty();
    }

    private DraftKeeper open() {
        var keeper = new DraftKeeper(drafts, TASK, form)
                .with("beside", beside, text -> text.isEmpty() ? null : text, JsonNode::asString)
                .start();
        UI.getCurrent().add(keeper.notes(), form, beside, keeper);
        return keeper;
    }

    private void kept(String answers) {
        when(drafts.find("t1")).thenReturn(Optional.of(new Draft(json(answers), TEN_PAST_FOUR)));
    }

    private TextArea note() {
        return (TextArea) form.component("note").orElseThrow();
    }

    private String status() {
        return find(Span.class).withClassName("task-draft-status").single().getText();
    }

    private Button button(String key) {
        return find(Button.class).withText(text(key)).single();
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
