package org.bihuan.rights;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.StaffPrincipal;
import org.bihuan.org.StandIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person who asks, as far as the rules of one question need to know. Staff have the posts that they hold at this
 * moment. Whoever is no member of staff but authenticated is the program itself (the demonstration's loader) and has
 * the roles of the authorities, without a unit.
 */
final class Asker {

    private final CurrentUser user;
    private final CaseParties parties;
    private final boolean askedForPosts;
    private final boolean askedForFormerPosts;
    private final @Nullable Authentication authentication;
    private final boolean staff;
    private final boolean newcomer;
    private final @Nullable StandIn absent;
    private @Nullable List<Post> posts;
    private @Nullable List<Post> formerPosts;
    private @Nullable Boolean involved;

    /** In the own right. */
    Asker(CurrentUser user, CaseParties parties, List<Rule> rules) {
        this(user, parties, rules, null);
    }

    /**
     * @param absent in whose place the person asks; null in the own right
     */
    Asker(CurrentUser user, CaseParties parties, List<Rule> rules, @Nullable StandIn absent) {
        this.user = user;
        this.parties = parties;
        this.absent = absent;
        askedForPosts = rules.stream().anyMatch(rule -> rule.party().isRole());
        askedForFormerPosts = rules.stream().anyMatch(rule -> rule.relation() == Relation.FORMER_UNIT);
        authentication = SecurityContextHolder.getContext().getAuthentication();
        staff = authentication != null && authentication.getPrincipal() instanceof StaffPrincipal;
        newcomer = staff && user.mustChangePassword();
    }

    /** Whether the rule is for this person, wherever the matter lies. */
    boolean isMeantBy(Rule rule) {
        if (!rule.party().isRole()) {
            return inGroup(rule.party());
        }
        return rule.relation() == Relation.FORMER_UNIT
                ? holds(former(), rule)
                : holds(current(), rule) || hasAuthority(rule);
    }

    /** Whether the rule is for this person and this matter. */
    boolean isMeantBy(Rule rule, Matter matter) {
        if (rule.relation() == Relation.ANYWHERE) {
            return isMeantBy(rule);
        }
        if (rule.relation() == Relation.OWN) {
            return matter.postId() != null
                    && current().stream().anyMatch(post -> is(post, rule) && post.id() == matter.postId());
        }
        if (rule.relation() == Relation.INVOLVED) {
            return matter.involving() != null && holds(current(), rule) && isInvolved(matter.involving());
        }
        String unit = matter.unitPath();
        if (unit == null) {
            return false;
        }
        return rule.relation() == Relation.FORMER_UNIT
                ? former().stream().anyMatch(post -> is(post, rule) && unit.startsWith(post.unitPath()))
                : current().stream()
                        .anyMatch(post -> is(post, rule) && Relation.of(unit, post.unitPath()) == rule.relation());
    }

    private boolean isInvolved(CaseNumber number) {
        if (involved == null) {
            Optional<Long> asked = absent == null ? user.staffId() : Optional.of(absent.staffId());
            involved =
                    asked.filter(staffId -> parties.involves(number, staffId)).isPresent();
        }
        return involved;
    }

    private boolean inGroup(Party group) {
        return group.equals(Party.ANYONE)
                || (group.equals(Party.NEWCOMER) ? newcomer : group.equals(Party.STAFF) && isSignedIn() && !newcomer);
    }

    private boolean isSignedIn() {
        return staff || !authorities().isEmpty();
    }

    private boolean hasAuthority(Rule rule) {
        return rule.relation() == Relation.ANYWHERE
                && authorities().contains("ROLE_" + rule.party().name());
    }

    private Set<String> authorities() {
        if (staff || authentication == null || !authentication.isAuthenticated()) {
            return Set.of();
        }
        return Set.copyOf(authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && !authority.equals("ROLE_ANONYMOUS"))
                .toList());
    }

    private List<Post> current() {
        if (posts == null) {
            posts = !askedForPosts || newcomer ? List.of() : absent == null ? user.posts() : absent.posts();
        }
        return posts;
    }

    private List<Post> former() {
        if (formerPosts == null) {
            formerPosts = askedForFormerPosts && !newcomer && absent == null ? user.formerPosts() : List.of();
        }
        return formerPosts;
    }

    private static boolean holds(List<Post> posts, Rule rule) {
        return posts.stream().anyMatch(post -> is(post, rule));
    }

    private static boolean is(Post post, Rule rule) {
        return rule.party().equals(Party.of(post.role()));
    }
}
