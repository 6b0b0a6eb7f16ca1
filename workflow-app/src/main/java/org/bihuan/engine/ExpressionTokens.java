package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.engine.BadExpressionException.Complaint;

/** Cuts a text into its expressions and these into words and signs. */
final class ExpressionTokens {

    private static final String SINGLE = "(),.[]<>!";

    private static final List<String> DOUBLE = List.of("==", "!=", "<=", ">=", "&&", "||");

    private final String text;
    private int at;

    ExpressionTokens(String text) {
        this.text = text;
    }

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        SIGN
    }

    record Token(Kind kind, String text) {}

    /** The tokens of each expression; the plain text between them is left out. */
    List<List<Token>> parts() {
        var parts = new ArrayList<List<Token>>();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                // The engine would read it as an escape; nobody needs one, and a second reading is a second meaning.
                throw new BadExpressionException(Complaint.SYNTAX, text, "\\");
            }
            if ((c == '$' || c == '#') && at < text.length() && text.charAt(at) == '{') {
                at++;
                parts.add(part());
            }
        }
        return parts;
    }

    private List<Token> part() {
        var tokens = new ArrayList<Token>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '}') {
                at++;
                return tokens;
            }
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else {
                tokens.add(token(c));
            }
        }
        throw new BadExpressionException(Complaint.SYNTAX, text, "…");
    }

    private Token token(char c) {
        if (c == '\'' || c == '"') {
            return string(c);
        }
        if (isLetter(c)) {
            int from = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            return new Token(Kind.NAME, text.substring(from, at));
        }
        if (isDigit(c)) {
            return number();
        }
        for (String sign : DOUBLE) {
            if (text.startsWith(sign, at)) {
                at += 2;
                return new Token(Kind.SIGN, sign);
            }
        }
        if (SINGLE.indexOf(c) >= 0) {
            at++;
            return new Token(Kind.SIGN, String.valueOf(c));
        }
        throw new BadExpressionException(Complaint.SYNTAX, text, String.valueOf(c));
    }

    private Token string(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
            throw new BadExpressionException(Complaint.SYNTAX, text, String.valueOf(quote));
        }
        var token = new Token(Kind.STRING, text.substring(at + 1, end));
        at = end + 1;
        return token;
    }

    private Token number() {
        int from = at;
        boolean point = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.' && !point)) {
            point |= text.charAt(at) == '.';
            at++;
        }
        return new Token(Kind.NUMBER, text.substring(from, at));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
