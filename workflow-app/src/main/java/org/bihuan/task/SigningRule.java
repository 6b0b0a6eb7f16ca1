package org.bihuan.task;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who sign together must agree. Models write it as property {@code signing} of a user task:
 * {@code all}, {@code any}, {@code ratio:60} or {@code sequence}, each with {@code ,veto} where the first rejection
 * decides.
 *
 * @param percent of all signers that must agree; 100 where the rule is no ratio
 */
public record SigningRule(Kind kind, int percent, boolean veto) {

    /** Name of the property. */
    public static final String PROPERTY = "signing";

    private static final Pattern WORDS = Pattern.compile("(all|any|sequence|ratio:([1-9]\\d?|100))(,veto)?");

    /** What the share of those who agree is reckoned from, and in which order people sign. */
    public enum Kind {
        /** 会签: nobody is against. */
        ALL,
        /** 或签: the first to decide decides. */
        ANY,
        /** 会签 by share. */
        RATIO,
        /** 依次: one after the other, as long as nobody is against. */
        SEQUENCE
    }

    /** What those who signed decided. */
    public enum Outcome {
        APPROVED,
        REJECTED
    }

    /** The rule that is written so; empty when it is none. */
    public static Optional<SigningRule> parse(String words) {
        Matcher matcher = WORDS.matcher(words.replaceAll("\\s", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String share = matcher.group(2);
        Kind kind = share != null ? Kind.RATIO : Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(
                new SigningRule(kind, share == null ? 100 : Integer.parseInt(share), matcher.group(3) != null));
    }

    /** Whether people are asked one after the other. */
    public boolean inTurn() {
        return kind == Kind.SEQUENCE;
    }

    /**
     * What is decided by now.
     *
     * @param votes of everybody who signs, null of those who have not yet; who was removed is not among them
     * @return empty while it is open
     */
    public Optional<Outcome> outcome(Collection<@Nullable Vote> votes) {
        int all = votes.size();
        int agree = count(votes, Vote.AGREE);
        int reject = count(votes, Vote.REJECT);
        int open = all - agree - reject - count(votes, Vote.ABSTAIN);
        boolean over = all > 0 && open == 0;
        if (reject > 0 && (veto || kind == Kind.ANY || kind == Kind.SEQUENCE)) {
            return Optional.of(Outcome.REJECTED);
        }
        return switch (kind) {
            case ALL, SEQUENCE -> over ? Optional.of(of(reject == 0 && agree > 0)) : Optional.empty();
            case ANY -> over || agree > 0 ? Optional.of(of(agree > 0)) : Optional.empty();
            case RATIO -> share(all, agree, open, over);
        };
    }

    private Optional<Outcome> share(int all, int agree, int open, boolean over) {
        if (all > 0 && 100 * (agree + open) < percent * all) {
            return Optional.of(Outcome.REJECTED);
        }
        // Whoever may veto is not cut off by a majority that was faster.
        boolean enough = all > 0 && 100 * agree >= percent * all && (over || !veto);
        return enough ? Optional.of(Outcome.APPROVED) : Optional.empty();
    }

    private static Outcome of(boolean approved) {
        return approved ? Outcome.APPROVED : Outcome.REJECTED;
    }

    private static int count(Collection<@Nullable Vote> votes, Vote wanted) {
        return (int) votes.stream().filter(vote -> vote == wanted).count();
    }
}
