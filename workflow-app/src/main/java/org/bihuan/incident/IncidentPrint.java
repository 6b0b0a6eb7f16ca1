package org.bihuan.incident;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
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

    IncidentPrint(IncidentLookup lookup, AuditLog audit) {
        this.lookup = lookup;
        this.audit = audit;
    }

    List<Map.Entry<String, String>> of(CaseNumber number) {
        IncidentLookup.Details details = lookup.details(number);
        var lines = new ArrayList<Map.Entry<String, String>>();
        line(lines, "incident.fact.category", details.category().fullName());
        line(lines, "incident.fact.phone", details.incident().report().phone());
        line(lines, "incident.print.description", details.incident().report().description());
        line(lines, "incident.print.result", result(number));
        return lines;
    }

    private String result(CaseNumber number) {
        return audit.entries(number).reversed().stream()
                .filter(entry -> entry.eventType().equals("incident.handled"))
                .findFirst()
                .map(AuditEntry::note)
                .orElse("");
    }

    private static void line(List<Map.Entry<String, String>> lines, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(Map.entry(I18NProvider.translate(key), value));
        }
    }
}
