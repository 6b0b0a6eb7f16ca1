package org.bihuan.engine;

/** An expression that process models may not hold. */
public class BadExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 120;

    private final Complaint complaint;

    private final String expression;

    private final String detail;

    BadExpressionException(Complaint complaint, String expression, String detail) {
        super("Refused expression " + shorten(expression) + ": " + complaint + " " + detail);
        this.complaint = complaint;
        this.expression = shorten(expression);
        this.detail = detail;
    }

    /** What is wrong with it. */
    public enum Complaint {
        /** The detail is the first sign that is outside the grammar. */
        SYNTAX,
        /** Something is asked of a variable, a value or a bean that may not be asked; the detail names it. */
        MEMBER,
        /** There are no functions. */
        FUNCTION,
        /** The bean has no such method for models. */
        UNKNOWN_METHOD,
        TOO_LONG
    }

    public Complaint complaint() {
        return complaint;
    }

    /** The expression, shortened. */
    public String expression() {
        return expression;
    }

    public String detail() {
        return detail;
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
