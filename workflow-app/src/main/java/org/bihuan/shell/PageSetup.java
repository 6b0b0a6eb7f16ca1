package org.bihuan.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What every page has: language, icons, and words for a lost connection or session. */
@Component
class PageSetup implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final I18NProvider texts;
    private final ListenerErrors errors;

    PageSetup(I18NProvider texts, ListenerErrors errors) {
        this.texts = texts;
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(started -> {
            started.getSession().setLocale(Language.of(started.getRequest()));
            started.getSession().setErrorHandler(errors);
        });
        service.addUIInitListener(started -> connection(started.getUI()));
        service.setSystemMessagesProvider(
                info -> messages(info.getRequest() == null ? Language.CHINESE : Language.of(info.getRequest())));
        event.addIndexHtmlRequestListener(this::head);
    }

    private void head(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        Locale locale = Language.of(request);
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null && !session.getLocale().equals(locale)) {
            session.setLocale(locale);
        }
        Document page = response.getDocument();
        page.getElementsByTag("html").attr("lang", locale.toLanguageTag());
        page.head().select("meta[name=viewport]").remove();
        meta(page, "viewport", "width=device-width, initial-scale=1, viewport-fit=cover");
        meta(page, "theme-color", "#1f5fbf");
        meta(page, "format-detection", "telephone=no");
        link(page, "icon", "icons/icon.svg").attr("type", "image/svg+xml");
        link(page, "alternate icon", "icons/icon-192.png").attr("type", "image/png");
        link(page, "apple-touch-icon", "icons/icon-192.png");
        link(page, "manifest", "manifest.webmanifest");
    }

    private static void meta(Document page, String name, String content) {
        page.head().appendElement("meta").attr("name", name).attr("content", content);
    }

    private static Element link(Document page, String relation, String address) {
        return page.head().appendElement("link").attr("rel", relation).attr("href", address);
    }

    private void connection(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(texts.getTranslation("shell.connection.lost", ui.getLocale()));
        dialog.setDialogTextGaveUp(texts.getTranslation("shell.connection.gaveUp", ui.getLocale()));
    }

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("shell.session.caption", locale));
        messages.setSessionExpiredMessage(texts.getTranslation("shell.session.message", locale));
        messages.setInternalErrorCaption(texts.getTranslation("shell.internal.caption", locale));
        messages.setInternalErrorMessage(texts.getTranslation("shell.internal.message", locale));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.getTranslation("shell.cookies.caption", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("shell.cookies.message", locale));
        return messages;
    }
}
