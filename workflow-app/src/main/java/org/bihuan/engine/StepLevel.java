package org.bihuan.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.engine.WayBack.Ending;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.jspecify.annotations.Nullable;

/**
 * A process with what it stands at, the case's own or a child's.
 *
 * @param within the place that is asked about, or through which a child of it was called
 */
record StepLevel(String processKey, StepGraph graph, ActivityInstance root, String within) {

    private static final String BODY = "#" + ActivityTypes.MULTI_INSTANCE_BODY;

    /**
     * A token, or everything that stands inside of one element.
     *
     * @param inside ids of the places inside of it, its own as well
     */
    record Token(String id, String element, String name, boolean waitsForJob, Set<String> inside) {

        boolean holds(String placeId) {
            return inside.contains(placeId);
        }

        static List<String> elements(Collection<Token> tokens) {
            return tokens.stream().map(Token::element).toList();
        }

        /** One token for each of the elements. */
        static List<Token> pick(Collection<Token> tokens, Collection<String> elements) {
            var left = new ArrayList<>(tokens);
            var picked = new ArrayList<Token>();
            for (String element : elements) {
                Token token = left.stream()
                        .filter(one -> one.element().equals(element))
                        .findFirst()
                        .orElseThrow();
                left.remove(token);
                picked.add(token);
            }
            return picked;
        }
    }

    /** Tokens, one by one inside of the entered subprocesses, as one inside of others. */
    List<Token> tokens(Set<String> entered) {
        var tokens = new ArrayList<Token>();
        collect(root, entered, tokens);
        return tokens;
    }

    private static void collect(ActivityInstance place, Set<String> entered, List<Token> tokens) {
        Stream.of(place.getChildTransitionInstances())
                .map(job -> new Token(
                        job.getId(),
                        element(job.getActivityId()),
                        name(job.getActivityName(), job.getActivityId()),
                        true,
                        Set.of(job.getId())))
                .forEach(tokens::add);
        for (ActivityInstance child : place.getChildActivityInstances()) {
            if (entered.contains(child.getActivityId())) {
                collect(child, entered, tokens);
            } else {
                tokens.add(new Token(
                        child.getId(),
                        element(child.getActivityId()),
                        name(child.getActivityName(), child.getActivityId()),
                        false,
                        inside(child).collect(Collectors.toSet())));
            }
        }
    }

    private static Stream<String> inside(ActivityInstance place) {
        return Stream.concat(
                Stream.of(place.getId()),
                Stream.concat(
                        Stream.of(place.getChildTransitionInstances()).map(job -> job.getId()),
                        Stream.of(place.getChildActivityInstances()).flatMap(StepLevel::inside)));
    }

    private static String element(String activityId) {
        return activityId.endsWith(BODY) ? activityId.substring(0, activityId.length() - BODY.length()) : activityId;
    }

    private static String name(@Nullable String name, String id) {
        return name == null || name.isBlank() ? id : name;
    }

    WayBack way(String toKey, List<Token> ending, List<String> lent) {
        StepGraph.Node step = graph.node(toKey);
        Set<String> entered = Set.copyOf(graph.around(toKey));
        Set<String> goals = ending.stream().map(Token::element).collect(Collectors.toSet());
        return new WayBack(
                null,
                root.getId(),
                toKey,
                step.name(),
                step.several() ? toKey + BODY : toKey,
                scope(root, entered).getId(),
                ending.stream()
                        .map(token -> new Ending(token.id(), token.name(), token.waitsForJob()))
                        .toList(),
                lent,
                graph.between(toKey, goals, entered));
    }

    private static ActivityInstance scope(ActivityInstance place, Set<String> entered) {
        return Stream.of(place.getChildActivityInstances())
                .filter(child -> entered.contains(child.getActivityId()))
                .findFirst()
                .map(child -> scope(child, entered))
                .orElse(place);
    }
}
