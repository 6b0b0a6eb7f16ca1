package org.bihuan.inbox;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.calendar.DateFormats;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.CaseReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whoever came second who was first, in one wording everywhere: 已由王芳于 2026-11-22 周日 16:10 办理. */
@Component
public class FirstComer {

    /** Deeds after which the case stands where it stood: nobody came second because of them. */
    private static final Set<String> STANDS_STILL = Set.of(
            "task.commented",
            "task.copied",
            "task.urged",
            "task.printed",
            "task.escalated",
            "task.escalationNoted",
            "task.extensionAsked",
            "task.extensionGranted",
            "task.extensionRefused");

    private final AuditLog audit;
    private final CaseReading reading;
    private final CurrentUser user;
    private final I18NProvider texts;

    FirstComer(AuditLog audit, CaseReading reading, CurrentUser user, I18NProvider texts) {
        this.audit = audit;
        this.reading = reading;
        this.user = user;
        this.texts = texts;
    }

    /** What happened, if the failure says that somebody was faster and the reader may know who it was. */
    public Optional<String> words(Throwable failure, Locale locale) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AlreadyTakenException taken) {
                return Optional.of(words(taken, locale));
            }
            if (cause instanceof StaleCaseException stale) {
                return CaseNumber.parse(stale.getMessage()).flatMap(number -> lastDeed(number, locale));
            }
        }
        return Optional.empty();
    }

    /** Who was first with the task, or that it ended by itself. */
    public String words(AlreadyTakenException taken, Locale locale) {
        return taken.holderName().isEmpty()
                ? texts.getTranslation("inbox.ended", locale)
                : words(
                        user.staffId().filter(taken::isHeldBy).isPresent(),
                        taken.holderName(),
                        taken.since().orElse(null),
                        locale);
    }

    /** Who of the staff last moved the case on; nothing for residents and for whoever may not see it. */
    public Optional<String> lastDeed(CaseNumber number, Locale locale) {
        boolean mayKnow = user.staffId().isPresent() && reading.may(number);
        List<AuditEntry> deeds = mayKnow
                ? audit.entries(number).stream()
                        .filter(entry -> !STANDS_STILL.contains(entry.eventType()))
                        .toList()
                : List.of();
        if (deeds.isEmpty() || deeds.getLast().actor().kind() != Actor.Kind.STAFF) {
            return Optional.empty();
        }
        AuditEntry last = deeds.getLast();
        boolean own = user.staffId().equals(Optional.ofNullable(last.actor().staffId()));
        return Optional.of(words(own, last.actor().name(), last.at(), locale));
    }

    private String words(boolean own, String name, @Nullable Instant at, Locale locale) {
        if (at == null) {
            return texts.getTranslation("inbox.first.undated", locale, name);
        }
        return texts.getTranslation(
                own ? "inbox.first.own" : "inbox.first", locale, name, DateFormats.dateTime(at, locale));
    }
}
