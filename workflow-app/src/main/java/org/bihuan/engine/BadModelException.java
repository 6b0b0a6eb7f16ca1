package org.bihuan.engine;

/** A file that cannot be read as a model at all; the engine is not shown it. */
public class BadModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ModelFinding finding;

    BadModelException(ModelRule rule, int line, String detail) {
        super("Not a model: " + rule + (line > 0 ? " on line " + line : "") + (detail.isEmpty() ? "" : ", " + detail));
        finding = new ModelFinding(rule, line, "", detail);
    }

    public ModelFinding finding() {
        return finding;
    }
}
