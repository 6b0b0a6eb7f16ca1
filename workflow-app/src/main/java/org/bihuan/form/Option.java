package org.bihuan.form;

/** One answer of a select, radio or checklist: what is kept and what people read. */
public record Option(String value, Words label) {}
