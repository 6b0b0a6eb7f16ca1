package org.bihuan.outbox.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.bihuan.outbox.StuckMessage;
import org.bihuan.outbox.StuckMessages;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "org.bihuan.nowhere")
class MessagesViewTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final StuckMessages service = mock();
    private final Rights rights = mock();

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        given(rights.may(Verb.MESSAGE_DECIDE)).willReturn(true);
        given(service.page(any(), anyInt())).willReturn(List.of(message(7)));
    }

    @Test
    void saysThatAllIsWellWhereNothingIsStuck() {
        given(service.page(any(), anyInt())).willReturn(List.of());

        open();

        assertThat(find(Paragraph.class)
                        .withText("No messages are stuck.")
                        .single()
                        .isVisible())
                .isTrue();
    }

    @Test
    void tellsWhyAndTriesAgainAtOnce() {
        given(service.retry(7)).willReturn(true);
        open();

        assertThat(find(Paragraph.class)
                        .withText("Failed with HTTP_503, 6 attempts")
                        .all())
                .hasSize(1);
        test(find(Button.class).withText("Send now").single()).click();

        then(service).should().retry(7);
        assertThat(find(Span.class).withText("Will be sent within seconds").all())
                .hasSize(1);
        assertThat(find(Button.class).withText("Send now").single().isEnabled()).isFalse();
    }

    @Test
    void asksBeforeItGivesUp() {
        given(service.giveUp(7)).willReturn(true);
        open();

        test(find(Button.class).withText("Give up").single()).click();
        then(service).should(never()).giveUp(7);
        test(find(ConfirmDialog.class).single()).confirm();

        then(service).should().giveUp(7);
        assertThat(find(Span.class).withText("Given up").all()).hasSize(1);
    }

    @Test
    void saysWhenSomebodyElseWasFirst() {
        given(service.retry(7)).willReturn(false);
        open();

        test(find(Button.class).withText("Send now").single()).click();

        assertThat(find(Span.class)
                        .withText("The message has arrived, was given up or is being sent")
                        .all())
                .hasSize(1);
    }

    @Test
    void whoeverMayOnlyLookIsOfferedNothing() {
        given(rights.may(Verb.MESSAGE_DECIDE)).willReturn(false);
        open();

        assertThat(find(Button.class).withText("Send now").all()).isEmpty();
        assertThat(find(Button.class).withText("Give up").all()).isEmpty();
    }

    @Test
    void loadsFurtherPages() {
        List<StuckMessage> many = LongStream.rangeClosed(1, 51)
                .mapToObj(MessagesViewTest::message)
                .toList();
        given(service.page(null, 51)).willReturn(many);
        given(service.page(many.get(49), 51)).willReturn(List.of(many.get(50)));
        open();
        assertThat(find(MessageRow.class).all()).hasSize(50);

        test(find(Button.class).withText("Show more").single()).click();

        assertThat(find(MessageRow.class).all()).hasSize(51);
    }

    private void open() {
        UI.getCurrent().add(new MessagesView(service, rights));
    }

    private static StuckMessage message(long id) {
        return new StuckMessage(id, "m" + id, "notice.mail", 6, "HTTP_503", NOW, NOW.plusSeconds(60));
    }
}
