package org.bihuan.idempotency;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hidden field of a form that sends something: the key under which it is sent, whatever verb it ends with. One field
 * stands for one sending: make a new one when the form is built anew. The browser keeps the key until the answer is
 * there, so that the same page opened again after the program died finds out whether it was done.
 */
@Tag("input")
public final class SendKeyField extends Component {

    /** Four hours less than keys are kept at least: what the browser brings back is still known. */
    private static final long MILLISECONDS_IN_BROWSER = 20L * 60 * 60 * 1000;

    private static final String TAKE = """
            const name = 'bihuan.sending.' + $0;
            try {
              const kept = JSON.parse(sessionStorage.getItem(name));
              if (kept && Date.now() - kept.at < $2) {
                return kept;
              }
              sessionStorage.setItem(name, JSON.stringify({key: $1, at: Date.now()}));
            } catch (e) {
              // without storage a reload is a new sending
            }
            return null;""";

    private static final String KEEP = """
            const name = 'bihuan.sending.' + $0;
            try {
              const kept = JSON.parse(sessionStorage.getItem(name)) || {key: $1, at: Date.now()};
              kept.draft = $2;
              sessionStorage.setItem(name, JSON.stringify(kept));
            } catch (e) {
              // without storage nothing is kept
            }""";

    private static final String FORGET = """
            try {
              sessionStorage.removeItem('bihuan.sending.' + $0);
            } catch (e) {
              // nothing was kept
            }""";

    private static final int MILLISECONDS_SHOWN = 8000;

    private final transient Idempotency idempotency;
    private final String form;
    private SendKey key = SendKey.random();
    private transient Consumer<JsonNode> onReturn = draft -> tellFirstAnswer();

    /**
     * @param form names the form and what it is about, for example {@code handleIncident.SBQ-2026-000123}: under this name
     *     the browser keeps the key
     */
    public SendKeyField(Idempotency idempotency, String form) {
        this.idempotency = idempotency;
        this.form = form;
        getElement().setAttribute("type", "hidden").setAttribute("name", "idempotency-key");
        use(key);
    }

    public SendKey key() {
        return key;
    }

    /**
     * Does it, unless it was done under this key before.
     *
     * @param content everything that was sent, the verb first; no secrets
     * @param answer key of the sentence that tells people it was done
     * @throws OtherContentException when something else was sent under this key before; the next sending has a new key
     */
    public void send(Object content, String answer, Runnable verb) {
        try {
            idempotency.once(key.value(), Sender.current(), content, String.class, () -> {
                verb.run();
                return answer;
            });
        } catch (OtherContentException e) {
            renew();
            throw e;
        }
        forget();
    }

    /** Lets the browser keep what was written so far beside the key, without personal data. */
    public void keep(Object draft) {
        UI.getCurrent()
                .getPage()
                .executeJs(KEEP, form, key.value(), JsonMapper.shared().valueToTree(draft));
    }

    /** The answer has arrived: the browser forgets key and draft. */
    public void forget() {
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.getPage().executeJs(FORGET, form);
        }
    }

    /**
     * What to do when the browser brings back the key of a sending whose answer it never saw, instead of telling the first
     * answer: {@link #key()} is that key now.
     *
     * @param type of what {@link #keep} kept
     * @param comeBack receives it; empty when nothing fit was kept
     */
    public <D> void onReturn(Class<D> type, Consumer<Optional<D>> comeBack) {
        onReturn = kept -> comeBack.accept(draft(kept, type));
    }

    private static <D> Optional<D> draft(JsonNode kept, Class<D> type) {
        try {
            return kept.isObject() ? Optional.of(JsonMapper.shared().treeToValue(kept, type)) : Optional.empty();
        } catch (JacksonException e) {
            // Somebody changed the browser's storage.
            return Optional.empty();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI()
                .getPage()
                .executeJs(TAKE, form, key.value(), MILLISECONDS_IN_BROWSER)
                .then(this::returned);
    }

    private void returned(@Nullable JsonNode kept) {
        String before = kept == null ? "" : kept.path("key").asString("");
        if (kept == null || before.isEmpty() || before.equals(key.value())) {
            return;
        }
        try {
            use(new SendKey(before));
        } catch (IllegalArgumentException e) {
            forget();
            return;
        }
        onReturn.accept(kept.path("draft"));
    }

    private void tellFirstAnswer() {
        idempotency.answer(key.value(), Sender.current(), String.class).ifPresent(answer -> {
            Notification.show(getTranslation(answer), MILLISECONDS_SHOWN, Notification.Position.TOP_CENTER)
                    .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
            renew();
        });
    }

    private void renew() {
        use(SendKey.random());
        forget();
        // The browser keeps the new one in its place.
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.getPage().executeJs(TAKE, form, key.value(), MILLISECONDS_IN_BROWSER);
        }
    }

    private void use(SendKey next) {
        key = Objects.requireNonNull(next);
        getElement().setAttribute("value", key.value());
    }
}
