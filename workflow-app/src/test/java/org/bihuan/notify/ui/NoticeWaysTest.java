package org.bihuan.notify.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import org.bihuan.notify.Manner;
import org.bihuan.notify.NoticeChannel;
import org.bihuan.notify.NoticeSettings;
import org.bihuan.notify.Preferences;
import org.bihuan.notify.Preferences.Choice;
import org.bihuan.notify.Topic;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OwnContact;
import org.bihuan.org.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

@ViewPackages(packages = "org.bihuan.nowhere")
class NoticeWaysTest extends BrowserlessTest {

    private final NoticeSettings settings = mock();
    private final OwnContact contact = mock();
    private final CurrentUser user = mock();

    @BeforeEach
    void openMail() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        NoticeChannel mail = mock();
        given(mail.key()).willReturn("mail");
        given(settings.own()).willReturn(Preferences.DEFAULT);
        given(settings.channels()).willReturn(List.of(mail));
        given(user.require()).willReturn(new Staff(1, "wang", "王芳", null, null, true, false));
        UI.getCurrent().add(new NoticeSettingsView(settings, contact, user));
    }

    @Test
    void offersAChoiceForEachTopicAndNoDigestOfWhatIsUrgent() {
        assertThat(way("Urged and overdue · mail").getListDataView().getItems())
                .containsExactly(Manner.AT_ONCE, Manner.OFF);
        assertThat(way("Copies, mentions, comments · mail").getListDataView().getItems())
                .containsExactly(Manner.AT_ONCE, Manner.DIGEST, Manner.OFF);
        assertThat(way("Copies, mentions, comments · mail").getValue()).isEqualTo(Manner.DIGEST);
    }

    @Test
    void keepsWhatWasChosen() {
        way("Copies, mentions, comments · mail").setValue(Manner.OFF);

        test(find(Button.class).withText("Save").single()).click();

        var chosen = ArgumentCaptor.forClass(Preferences.class);
        then(settings).should().choose(chosen.capture());
        assertThat(chosen.getValue().choices())
                .hasSize(Topic.values().length)
                .containsEntry(new Choice(Topic.TALK, "mail"), Manner.OFF)
                .containsEntry(new Choice(Topic.ASSIGNED, "mail"), Manner.AT_ONCE);
    }

    @SuppressWarnings("unchecked")
    private Select<Manner> way(String label) {
        return find(Select.class).all().stream()
                .filter(select -> label.equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
