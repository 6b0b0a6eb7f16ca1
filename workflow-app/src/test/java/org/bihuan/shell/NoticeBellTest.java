package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.bihuan.notify.NoticeService;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ViewPackages(packages = "org.bihuan.nowhere")
class NoticeBellTest extends BrowserlessTest {

    private final NoticeService notices = mock();
    private final Rights rights = mock();

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        given(rights.may(Verb.NOTICE_READ)).willReturn(true);
    }

    @ParameterizedTest
    @CsvSource({"0, Notices", "3, 'Notices, 3 unread'", "100, 'Notices, 99+ unread'"})
    void saysHowManyAreUnread(int unread, String label) {
        given(notices.unread()).willReturn(unread);

        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo(label);
    }

    @Test
    void leadsToTheNotices() {
        assertThat(bell().getHref()).isEqualTo("notices");
    }

    @Test
    void followsWhatComes() {
        NoticeBell bell = bell();
        given(notices.unread()).willReturn(1);

        bell.refresh();

        assertThat(bell.getElement().getTextRecursively()).isEqualTo("1");
    }

    @Test
    void isNotThereForWhoeverHasToChooseAPasswordFirst() {
        given(rights.may(Verb.NOTICE_READ)).willReturn(false);

        assertThat(bell().isVisible()).isFalse();
    }

    private NoticeBell bell() {
        var bell = new NoticeBell(notices, rights);
        UI.getCurrent().add(bell);
        return bell;
    }
}
