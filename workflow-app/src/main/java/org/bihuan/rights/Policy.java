package org.bihuan.rights;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The rules, read from text. What no rule allows is refused. */
final class Policy {

    private static final String NEVER = "never";

    /** Relations that a list can be narrowed by without reading every row. */
    private static final Set<Relation> RANGES = Set.of(Relation.OWN, Relation.OWN_UNIT, Relation.CHILD);

    /** What opens single cases besides, and is left out of lists. */
    private static final Relation BESIDES_LISTS = Relation.INVOLVED;

    private final Map<Verb, List<Rule>> rules = new EnumMap<>(Verb.class);

    Policy(List<Rule> rules) {
        rules.forEach(rule -> this.rules
                .computeIfAbsent(rule.verb(), verb -> new ArrayList<>())
                .add(rule));
    }

    /**
     * Reads lines of {@code verb,who,relations,answer}; who and relations may name several, separated by blanks, and
     * stand for one rule each.
     *
     * @throws BadPolicyException at the first line that names something unknown, is a double or makes no sense
     */
    static Policy parse(String text) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        var found = new ArrayList<Rule>();
        var known = new HashSet<String>();
        try (var lines = format.parse(new StringReader(text))) {
            for (CSVRecord line : lines) {
                for (Rule rule : rules(line)) {
                    if (!known.add(rule.verb() + " " + rule.party() + " " + rule.relation())) {
                        throw new BadPolicyException(line, "says twice what is true of " + rule);
                    }
                    found.add(rule);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Policy(found);
    }

    private static List<Rule> rules(CSVRecord line) {
        var rules = new ArrayList<Rule>();
        for (String party : line.get("who").split(" +")) {
            for (String relation : line.get("relations").split(" +")) {
                rules.add(rule(line, party, relation));
            }
        }
        return rules;
    }

    private static Rule rule(CSVRecord line, String who, String where) {
        Verb verb;
        Relation relation;
        Answer answer;
        try {
            verb = Verb.of(line.get("verb"));
            relation = Relation.valueOf(where);
            String word = line.get("answer");
            answer = word.equals(NEVER) ? Answer.NOTHING : Answer.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadPolicyException(line, e.getMessage());
        }
        Party party = Party.named(who).orElseThrow(() -> new BadPolicyException(line, "unknown role " + who));
        var rule = new Rule(verb, party, relation, answer);
        if (rule.never() != (answer == Answer.NOTHING)) {
            throw new BadPolicyException(line, "the answer never belongs to the relation DOER, and to no other");
        }
        if (rule.never() && !party.equals(Party.ANYONE)) {
            throw new BadPolicyException(line, "what the doer may never is true of ANYONE");
        }
        if (!rule.never() && !party.isRole() && relation != Relation.ANYWHERE) {
            throw new BadPolicyException(line, who + " has no post, so that only ANYWHERE makes sense");
        }
        if (verb.listed() && !RANGES.contains(relation) && relation != BESIDES_LISTS) {
            throw new BadPolicyException(line, verb.key() + " narrows lists, which works by " + RANGES + " only");
        }
        return rule;
    }

    /** All rules in the order of the verbs. */
    List<Rule> rules() {
        return rules.values().stream().flatMap(List::stream).toList();
    }

    List<Rule> of(Verb verb) {
        return rules.getOrDefault(verb, List.of());
    }

    /** The same policy but for one rule. */
    Policy without(Rule rule) {
        return new Policy(rules().stream().filter(other -> !other.equals(rule)).toList());
    }

    /** The file cannot be the policy; the program must not start with it. */
    static final class BadPolicyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadPolicyException(CSVRecord line, String reason) {
            super("policy.csv, record %d (%s): %s"
                    .formatted(line.getRecordNumber(), String.join(",", line.values()), reason));
        }
    }
}
