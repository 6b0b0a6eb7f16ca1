package org.bihuan.incident;

import org.bihuan.casefile.CaseNumber;

/** What the reporter gets for a report: the number, and the private token of the page that follows the case. */
public record Receipt(CaseNumber caseNumber, String trackingToken) {}
