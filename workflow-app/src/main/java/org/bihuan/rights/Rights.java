package org.bihuan.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Answers for the current user what the policy says. Posts are read anew for each question, so that a right withdrawn
 * stops at once. Annotations ask by the bean's name: {@code @PreAuthorize("@rights.may('incident.dispatch')")}.
 */
@Component("rights")
public class Rights {

    private final CurrentUser user;

    private final CaseParties parties;

    private volatile Policy policy;

    /** Those who know about parties are looked up when asked: they may themselves need rights. */
    Rights(CurrentUser user, ObjectProvider<CaseParties> parties) {
        this.user = user;
        this.parties = (number, staffId) -> parties.stream().anyMatch(party -> party.involves(number, staffId));
        try {
            policy = Policy.parse(
                    new ClassPathResource("policy.csv", Rights.class).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Policy policy() {
        return policy;
    }

    /** For tests of the tests: what happens without a rule. */
    void use(Policy other) {
        policy = other;
    }

    /** As {@link #may(Verb)}, for annotations. */
    public boolean may(String verb) {
        return may(Verb.of(verb));
    }

    /** As {@link #may(Verb, Matter)} about somebody's account, for annotations. */
    public boolean may(String verb, long staffId) {
        return may(Verb.of(verb), Matter.account(staffId));
    }

    /** Whether the current user may do it to anything at all. */
    public boolean may(Verb verb) {
        List<Rule> rules =
                policy.of(verb).stream().filter(rule -> !rule.never()).toList();
        return has(rules, Party.ANYONE)
                || has(rules, Party.RESIDENT)
                || rules.stream().anyMatch(new Asker(user, parties, rules)::isMeantBy);
    }

    private static boolean has(List<Rule> rules, Party party) {
        return rules.stream().anyMatch(rule -> rule.party().equals(party));
    }

    /** Whether the current user may do it to this, at least in part. */
    public boolean may(Verb verb, Matter matter) {
        return answer(verb, matter) != Answer.NOTHING;
    }

    /** What the current user gets of it. */
    public Answer answer(Verb verb, Matter matter) {
        if (isDoer(verb, matter)) {
            return Answer.NOTHING;
        }
        List<Rule> rules =
                policy.of(verb).stream().filter(rule -> !rule.never()).toList();
        if (has(rules, Party.ANYONE)) {
            return Answer.ALLOW;
        }
        var asker = new Asker(user, parties, rules);
        Answer answer = best(rules.stream().filter(rule -> rule.relation() != Relation.INVOLVED), asker, matter);
        // Whether somebody is involved takes a read of its own, which most do not need.
        return answer == Answer.ALLOW ? answer : best(rules.stream(), asker, matter);
    }

    private static Answer best(Stream<Rule> rules, Asker asker, Matter matter) {
        return rules.filter(rule -> asker.isMeantBy(rule, matter))
                .map(Rule::answer)
                .max(Comparator.naturalOrder())
                .orElse(Answer.NOTHING);
    }

    /** Whether the current user is refused for nothing but having done what is to be judged. */
    public boolean isDoer(Verb verb, Matter matter) {
        return policy.of(verb).stream().anyMatch(Rule::never)
                && user.staffId().filter(matter.doers()::contains).isPresent();
    }

    /**
     * Goes on only when the current user may.
     *
     * @throws CaseNotFoundException otherwise: whoever may not is told that there is nothing
     */
    public void require(Verb verb, Matter matter) {
        if (!may(verb, matter)) {
            throw new CaseNotFoundException(matter.name());
        }
    }

    /**
     * What of a list the current user may see.
     *
     * @throws IllegalArgumentException for a verb that narrows no lists
     */
    public Scope scope(Verb verb) {
        if (!verb.listed()) {
            throw new IllegalArgumentException(verb + " narrows no lists");
        }
        var patterns = new ArrayList<String>();
        var posts = new ArrayList<Long>();
        for (Post post : user.posts()) {
            List<Relation> relations = policy.of(verb).stream()
                    .filter(rule -> rule.party().equals(Party.of(post.role())))
                    .map(Rule::relation)
                    .toList();
            if (relations.contains(Relation.OWN)) {
                posts.add(post.id());
            }
            Stream.of(pattern(post, relations)).filter(p -> !p.isEmpty()).forEach(patterns::add);
        }
        return new Scope(patterns, posts);
    }

    private static String pattern(Post post, List<Relation> relations) {
        boolean itself = relations.contains(Relation.OWN_UNIT);
        boolean below = relations.contains(Relation.CHILD);
        return itself ? post.unitPath() + (below ? "%" : "") : below ? post.unitPath() + "_%" : "";
    }
}
