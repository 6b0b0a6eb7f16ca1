package org.bihuan.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Ends the session, and what the browser keeps of unfinished work with it: the next person may sit at this device. */
final class SignOut {

    private static final String FORGET = """
            for (const store of [localStorage, sessionStorage]) {
              Object.keys(store)
                .filter(key => key.startsWith('bihuan.draft.') || key.startsWith('bihuan.sending.'))
                .forEach(key => store.removeItem(key));
            }""";

    private SignOut() {}

    static void from(AuthenticationContext authentication) {
        UI.getCurrent().getPage().executeJs(FORGET);
        authentication.logout();
    }
}
