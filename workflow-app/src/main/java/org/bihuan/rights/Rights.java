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
import org.bihuan.org.StaffService;
import org.bihuan.org.StandIn;
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

    private final StaffService staff;

    private final CaseParties parties;

    private volatile Policy policy;

    /** Those who know about parties are looked up when asked: they may themselves need rights. */
    Rights(CurrentUser user, StaffService staff, ObjectProvider<CaseParties> parties) {
        this.user = user;
        this.staff = staff;
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

    /** As {@link #may(Verb, Matter)} about somebody: his account, or himself where he has a post, for annotations. */
    public boolean may(String verb, long staffId) {
        return may(Verb.of(verb), staffId);
    }

    /** As {@link #may(Verb, Matter)} about somebody: his account, or himself where he has a post. */
    public boolean may(Verb verb, long staffId) {
        Matter account = Matter.account(staffId);
        return may(verb, account)
                || staff.postsOf(staffId).stream().anyMatch(post -> may(verb, account.at(post.unitPath())));
    }

    /** Whether the current user may do it to anything at all. */
    public boolean may(Verb verb) {
        List<Rule> rules =
                policy.of(verb).stream().filter(rule -> !rule.never()).toList();
        return has(rules, Party.ANYONE)
                || has(rules, Party.RESIDENT)
                || rules.stream().anyMatch(new Asker(user, parties, rules)::isMeantBy)
                || lentTo(verb, rules)
                        .anyMatch(
                                absent -> rules.stream().anyMatch(new Asker(user, parties, rules, absent)::isMeantBy));
    }

    /** Absent people in whose place the current user may use the verb, where posts matter at all. */
    private Stream<StandIn> lentTo(Verb verb, List<Rule> rules) {
        return rules.stream().noneMatch(rule -> rule.party().isRole())
                ? Stream.of()
                : user.standIns().stream().filter(verb::isLentBy);
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
        Answer own = answer(rules, new Asker(user, parties, rules), matter);
        return own == Answer.ALLOW
                ? own
                : lentTo(verb, rules)
                        .map(absent -> answer(rules, new Asker(user, parties, rules, absent), matter))
                        .filter(lent -> lent.compareTo(own) > 0)
                        .max(Comparator.naturalOrder())
                        .orElse(own);
    }

    private static Answer answer(List<Rule> rules, Asker asker, Matter matter) {
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

    /**
     * Whether the current user is refused for nothing but having done what is to be judged, himself or by the absent
     * person for whom he stands in: nobody judges his own work through a deputy, nor the work of the one who chose him.
     */
    public boolean isDoer(Verb verb, Matter matter) {
        return !matter.doers().isEmpty()
                && policy.of(verb).stream().anyMatch(Rule::never)
                && (user.staffId().filter(matter.doers()::contains).isPresent()
                        || user.standIns().stream()
                                .filter(verb::isLentBy)
                                .map(StandIn::staffId)
                                .anyMatch(matter.doers()::contains));
    }

    /**
     * Goes on only when the current user may; whoever may only in the place of an absent person acts for that person
     * until the transaction ends.
     *
     * @throws CaseNotFoundException otherwise: whoever may not is told that there is nothing
     */
    public void require(Verb verb, Matter matter) {
        List<Rule> rules =
                policy.of(verb).stream().filter(rule -> !rule.never()).toList();
        if (isDoer(verb, matter)) {
            throw new CaseNotFoundException(matter.name());
        }
        if (has(rules, Party.ANYONE) || answer(rules, new Asker(user, parties, rules), matter) != Answer.NOTHING) {
            return;
        }
        StandIn absent = lentTo(verb, rules)
                .filter(one -> answer(rules, new Asker(user, parties, rules, one), matter) != Answer.NOTHING)
                .findFirst()
                .orElseThrow(() -> new CaseNotFoundException(matter.name()));
        if (!verb.listed() && !user.actsForSomebody()) {
            user.actFor(absent);
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
        for (Post post : reach(verb)) {
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

    /** Own posts, and those of absent people for whom the current user stands in. */
    private List<Post> reach(Verb verb) {
        return Stream.concat(
                        user.posts().stream(),
                        user.standIns().stream().filter(verb::isLentBy).flatMap(absent -> absent.posts().stream()))
                .distinct()
                .toList();
    }

    private static String pattern(Post post, List<Relation> relations) {
        boolean itself = relations.contains(Relation.OWN_UNIT);
        boolean below = relations.contains(Relation.CHILD);
        return itself ? post.unitPath() + (below ? "%" : "") : below ? post.unitPath() + "_%" : "";
    }
}
