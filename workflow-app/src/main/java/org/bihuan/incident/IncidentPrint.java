package org.bihuan.incident;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a print of an incident tells: what was reported, of the reporter what the reader may see, and the result. */
@Component
class IncidentPrint {

    private final IncidentLookup lookup;
    private final AuditLog audit;
    private final I18NProvider texts;

    IncidentPrint(IncidentLookup lookup, AuditLog audit, I18NProvider texts) {
        this.lookup = lookup;
        this.audit = audit;
        this.texts = texts;
    }

    List<Map.Entry<String, String>> of(CaseNumber number, Locale locale) {
        IncidentLookup.Details details = lookup.details(number);
        var lines = new ArrayList<Map.Entry<String, String>>();
        line(lines, locale, "incident.fact.category", details.category().fullName());
        line(lines, locale, "incident.fact.phone", details.incident().report().phone());
        line(
                lines,
                locale,
                "incident.print.description",
                details.incident().report().description());
        line(lines, locale, "incident.print.result", result(number));
        return lines;
    }

    private String result(CaseNumber number) {
        return audit.entries(number).reversed().stream()
                .filter(entry -> entry.eventType().equals("incident.handled"))
                .findFirst()
                .map(AuditEntry::note)
                .orElse("");
    }

    private void line(List<Map.Entry<String, String>> lines, Locale locale, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(Map.entry(texts.getTranslation(key, locale), value));
        }
    }
}
