package org.bihuan.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.audit.AuditEntry;
import org.bihuan.casefile.CaseFile;
import org.bihuan.inbox.Copy;

/**
 * Everything that stands on the print of a case.
 *
 * @param facts what the family tells, label and value
 * @param further what happened besides the steps, first things first
 * @param names of staff by their ids, as far as the print needs them
 */
public record CasePrint(
        CaseFile file,
        List<Map.Entry<String, String>> facts,
        List<PrintedStep> steps,
        List<AuditEntry> further,
        List<Comment> comments,
        List<Copy> copies,
        Map<Long, String> names,
        String printedBy,
        Instant printedAt) {

    public CasePrint {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        further = List.copyOf(further);
        comments = List.copyOf(comments);
        copies = List.copyOf(copies);
        names = Map.copyOf(names);
    }
}
