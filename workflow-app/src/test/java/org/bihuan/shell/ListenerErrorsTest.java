package org.bihuan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import java.sql.SQLTransientConnectionException;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.StaleCaseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class ListenerErrorsTest extends BrowserlessTest {

    @Autowired
    ListenerErrors errors;

    @Test
    void saysThatItIsBusyAndThatNothingIsLost() {
        errors.error(new ErrorEvent(new CannotCreateTransactionException(
                "", new SQLTransientConnectionException("people - Connection is not available"))));

        assertThat(shown()).isEqualTo(text("shell.error.busy"));
    }

    @Test
    void saysToAResidentOnlyThatItChanged() {
        errors.error(new ErrorEvent(new StaleCaseException("SBQ-2026-000001")));

        assertThat(shown()).isEqualTo(text("shell.error.stale"));
    }

    @Test
    void saysThatItChangedWhenTheDatabaseNoticesIt() {
        errors.error(new ErrorEvent(new OptimisticLockingFailureException("row")));

        assertThat(shown()).isEqualTo(text("shell.error.stale"));
    }

    private String shown() {
        return test(find(Notification.class).single()).getText();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
