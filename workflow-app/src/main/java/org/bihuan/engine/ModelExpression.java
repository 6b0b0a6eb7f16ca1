package org.bihuan.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a process model in the small grammar that is allowed: variables, plain values, comparisons, {@code
 * and}, {@code or}, {@code not}, {@code empty}, and {@code bean.method(…)} of {@link ModelBean}s. Everything else that
 * the engine's language could do (members, arrays, functions, assignments, conditionals, lambdas) is not read at all.
 */
public final class ModelExpression {

    private static final int LONGEST = 1_000;

    private static final int DEEPEST = 20;

    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");

    private static final Set<String> JOINTS = Set.of("&&", "||", "and", "or");

    private static final Set<String> NEGATIONS = Set.of("!", "not", "empty");

    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    private static final Set<String> RESERVED = Set.of("div", "mod", "instanceof");

    /** The name under which an expression hands its case to a bean. */
    static final String EXECUTION = "execution";

    private final String text;
    private final ModelVocabulary vocabulary;
    private final Set<String> variables = new TreeSet<>();
    private List<ExpressionTokens.Token> tokens = List.of();
    private int next;
    private @Nullable String delegate;

    private ModelExpression(String text, ModelVocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads the text of an attribute or element.
     *
     * @throws BadExpressionException when it holds an expression outside the grammar or beyond the vocabulary
     */
    public static ModelExpression read(String text, ModelVocabulary vocabulary) {
        var expression = new ModelExpression(text, vocabulary);
        expression.readAll();
        return expression;
    }

    /** Whether the text holds an expression at all. */
    public static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Names of the process variables that it uses. */
    public Set<String> variables() {
        return Set.copyOf(variables);
    }

    /** The delegate, when the text is nothing but its name. */
    public Optional<String> delegate() {
        return Optional.ofNullable(delegate);
    }

    private void readAll() {
        if (!isIn(text)) {
            return;
        }
        if (text.length() > LONGEST) {
            throw refused(BadExpressionException.Complaint.TOO_LONG, "");
        }
        List<List<ExpressionTokens.Token>> parts = new ExpressionTokens(text).parts();
        for (List<ExpressionTokens.Token> part : parts) {
            tokens = part;
            next = 0;
            if (part.size() == 1
                    && parts.size() == 1
                    && vocabulary.isDelegate(part.getFirst().text())) {
                delegate = part.getFirst().text();
            } else {
                condition(0);
                if (next < tokens.size()) {
                    throw unexpected();
                }
            }
        }
    }

    private void condition(int depth) {
        if (depth > DEEPEST) {
            throw refused(BadExpressionException.Complaint.TOO_LONG, "");
        }
        comparison(depth);
        while (accept(JOINTS)) {
            comparison(depth);
        }
    }

    private void comparison(int depth) {
        operand(depth);
        if (accept(COMPARISONS)) {
            operand(depth);
        }
    }

    private void operand(int depth) {
        while (accept(NEGATIONS)) {
            // any number of them, each before what it negates
        }
        ExpressionTokens.Token token = take();
        switch (token.kind()) {
            case STRING, NUMBER -> {}
            case NAME -> named(token.text(), depth);
            case SIGN -> {
                if (!token.text().equals("(")) {
                    next--;
                    throw unexpected();
                }
                condition(depth + 1);
                require(")");
            }
        }
    }

    private void named(String name, int depth) {
        if (CONSTANTS.contains(name)) {
            return;
        }
        if (is("(")) {
            throw refused(BadExpressionException.Complaint.FUNCTION, name);
        }
        if (RESERVED.contains(name) || COMPARISONS.contains(name) || JOINTS.contains(name)) {
            next--;
            throw unexpected();
        }
        if (is(".") || is("[")) {
            member(name, depth);
        } else if (vocabulary.isBean(name) || vocabulary.isDelegate(name) || name.equals(EXECUTION)) {
            throw refused(BadExpressionException.Complaint.MEMBER, name);
        } else {
            variables.add(name);
        }
    }

    private void member(String name, int depth) {
        if (!is(".") || !vocabulary.isBean(name)) {
            throw refused(BadExpressionException.Complaint.MEMBER, name);
        }
        next++;
        String method = take().text();
        if (!is("(")) {
            throw refused(BadExpressionException.Complaint.MEMBER, name + "." + method);
        }
        next++;
        int arguments = 0;
        if (!is(")")) {
            do {
                argument(depth);
                arguments++;
            } while (accept(Set.of(",")));
        }
        require(")");
        if (is(".") || is("[") || is("(")) {
            throw refused(BadExpressionException.Complaint.MEMBER, name + "." + method + "(…)");
        }
        if (!vocabulary.hasMethod(name, method, arguments)) {
            throw refused(BadExpressionException.Complaint.UNKNOWN_METHOD, name + "." + method);
        }
    }

    private void argument(int depth) {
        boolean last = next + 1 >= tokens.size()
                || Set.of(",", ")").contains(tokens.get(next + 1).text());
        if (is(EXECUTION) && last) {
            next++;
        } else {
            condition(depth + 1);
        }
    }

    private boolean accept(Set<String> words) {
        boolean there = next < tokens.size()
                && tokens.get(next).kind() != ExpressionTokens.Kind.STRING
                && words.contains(tokens.get(next).text());
        if (there) {
            next++;
        }
        return there;
    }

    private boolean is(String word) {
        return next < tokens.size()
                && tokens.get(next).kind() != ExpressionTokens.Kind.STRING
                && tokens.get(next).text().equals(word);
    }

    private void require(String sign) {
        if (!is(sign)) {
            throw unexpected();
        }
        next++;
    }

    private ExpressionTokens.Token take() {
        if (next >= tokens.size()) {
            throw refused(BadExpressionException.Complaint.SYNTAX, "}");
        }
        return tokens.get(next++);
    }

    private BadExpressionException unexpected() {
        String found = next < tokens.size() ? tokens.get(next).text() : "}";
        return refused(BadExpressionException.Complaint.SYNTAX, found);
    }

    private BadExpressionException refused(BadExpressionException.Complaint complaint, String detail) {
        return new BadExpressionException(complaint, text, detail);
    }
}
