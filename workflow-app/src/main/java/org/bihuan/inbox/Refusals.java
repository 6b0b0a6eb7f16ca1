package org.bihuan.inbox;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.StaleCaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Says in one sentence why something could not be done with an item of the list. */
@Component
public class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final FirstComer first;
    private final I18NProvider texts;

    Refusals(FirstComer first, I18NProvider texts) {
        this.first = first;
        this.texts = texts;
    }

    /** The reason; what nobody expected is written to the log and told as such. */
    public String words(RuntimeException refusal, Locale locale) {
        return switch (refusal) {
            case AlreadyTakenException taken -> first.words(taken, locale);
            case StaleCaseException stale ->
                first.words(stale, locale).orElseGet(() -> texts.getTranslation("inbox.refused.stale", locale));
            case ConcurrencyFailureException busy -> texts.getTranslation("inbox.refused.busy", locale);
            case NotYourTaskException notYours -> texts.getTranslation("inbox.notYours", locale);
            case CaseNotFoundException gone -> texts.getTranslation("inbox.notYours", locale);
            case AccessDeniedException denied -> texts.getTranslation("inbox.notYours", locale);
            case ClaimRefusedException family -> texts.getTranslation(family.reasonKey(), locale);
            case TaskRefusedException rule -> texts.getTranslation(rule.reasonKey(), locale, rule.values());
            default -> {
                LOG.error("Something with a task failed", refusal);
                yield texts.getTranslation("inbox.refused.failed", locale);
            }
        };
    }
}
