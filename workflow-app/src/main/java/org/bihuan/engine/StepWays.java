package org.bihuan.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.engine.StepGraph.Node;
import org.bihuan.engine.StepGraph.Part;
import org.bihuan.engine.StepGraph.Share;

/**
 * Plays a model's tokens from one element on, to find out which tokens come of it. Whoever returns from an element to an
 * earlier one undoes exactly the tokens that come of the way between: they come again on the way forward, and whatever
 * the way does not make must stay. Where the way passes a join, the other branches have their work done: they lend the
 * tokens for which the join would otherwise wait for ever.
 *
 * <p>Tokens run one after the other: they do not choose for one another, so the order decides nothing but how long it
 * takes.
 */
final class StepWays {

    /** Beyond it a model is too tangled to say anything for sure. */
    private static final int MOST_STATES = 10_000;

    private final StepGraph graph;
    private final Set<String> entered;
    private final String from;
    private final List<String> goals;
    private final List<String> wanted;
    private final Set<String> lenders;
    private final boolean atOnce;
    private final Set<State> seen = new HashSet<>();
    private final Deque<State> todo = new ArrayDeque<>();
    private Optional<Found> best = Optional.empty();

    /**
     * Tokens that a way makes and takes.
     *
     * @param beside where other tokens stand that come of it
     * @param lent joins, once for each token that other branches have lent them
     */
    record Found(List<String> beside, List<String> lent) {

        private boolean isBetterThan(Found other) {
            return lent.size() < other.lent.size()
                    || lent.size() == other.lent.size() && beside.size() > other.beside.size();
        }
    }

    /**
     * @param moving the last one runs
     * @param waiting at joins, in alphabetical order
     * @param kept arrived where tokens stand, in alphabetical order
     */
    private record State(List<String> moving, List<String> waiting, List<String> kept, List<String> lent) {}

    private StepWays(
            StepGraph graph,
            Set<String> entered,
            String from,
            Collection<String> goals,
            Collection<String> others,
            Set<String> lenders,
            boolean atOnce) {
        this.graph = graph;
        this.entered = entered;
        this.from = from;
        this.goals = List.copyOf(goals);
        this.wanted = plus(this.goals, others);
        this.lenders = lenders;
        this.atOnce = atOnce;
    }

    /**
     * Which of the other tokens a token at {@code from} makes beside those at all the goals: as many as possible, with
     * as few lent ones as possible. Empty when it does not come to the goals, or leaves further tokens behind.
     *
     * @param entered subprocesses in which single tokens are looked at
     * @param goals where tokens stand that must come of it
     * @param others where the other tokens stand
     * @param lenders joins of parallel branches that may lend tokens
     * @param atOnce whether it must pass nothing that waits or acts
     */
    static Optional<Found> find(
            StepGraph graph,
            Set<String> entered,
            String from,
            Collection<String> goals,
            Collection<String> others,
            Set<String> lenders,
            boolean atOnce) {
        var ways = new StepWays(graph, entered, from, goals, others, lenders, atOnce);
        var nowhere = new State(List.of(), List.of(), List.of(), List.of());
        for (List<String> first : ways.outcomes(graph.node(from), nowhere)) {
            ways.todo.push(new State(first, List.of(), List.of(), List.of()));
        }
        return ways.run();
    }

    private Optional<Found> run() {
        while (!todo.isEmpty()) {
            State state = todo.pop();
            if (seen.add(state)) {
                if (seen.size() > MOST_STATES) {
                    return Optional.empty();
                }
                if (state.moving().isEmpty()) {
                    settle(state);
                } else {
                    move(state);
                }
            }
        }
        return best;
    }

    private void move(State state) {
        String token = state.moving().getLast();
        Node node = graph.node(token);
        List<String> rest = state.moving().subList(0, state.moving().size() - 1);
        if (Collections.frequency(wanted, token) > Collections.frequency(state.kept(), token)) {
            for (List<String> beside : sent(node)) {
                todo.push(new State(plus(rest, beside), state.waiting(), sorted(state.kept(), token), state.lent()));
            }
        }
        if (token.equals(from) || atOnce && !node.atOnce()) {
            return;
        }
        if (node.gathers()) {
            gather(node, rest, state);
            return;
        }
        go(node, new State(rest, state.waiting(), state.kept(), state.lent()));
    }

    private void gather(Node join, List<String> rest, State state) {
        List<String> waiting = sorted(state.waiting(), join.id());
        int here = Collections.frequency(waiting, join.id());
        boolean all = join.share() == Share.ALL;
        if (!all || here < join.incoming()) {
            todo.push(new State(rest, waiting, state.kept(), state.lent()));
        }
        if (all && (here >= join.incoming() || lenders.contains(join.id()))) {
            int missing = Math.max(0, join.incoming() - here);
            List<String> lent = plus(state.lent(), Collections.nCopies(missing, join.id()));
            if (Collections.frequency(lent, join.id()) >= join.incoming()) {
                // The branches have brought their tokens once, not for each round of a loop.
                return;
            }
            List<String> left = minus(waiting, Collections.nCopies(join.incoming() - missing, join.id()));
            go(join, new State(rest, left, state.kept(), lent));
        }
    }

    /** Nothing moves any more: joins that wait only for those who may come go on, or it is the end. */
    private void settle(State state) {
        for (String join : Set.copyOf(state.waiting())) {
            List<String> others = state.waiting().stream()
                    .filter(token -> !token.equals(join))
                    .toList();
            boolean nobodyComes = plus(others, state.kept()).stream()
                    .noneMatch(
                            token -> graph.reachable(token, entered, Set.of()).contains(join));
            if (graph.node(join).share() == Share.SOME && nobodyComes) {
                go(graph.node(join), new State(List.of(), others, state.kept(), state.lent()));
            }
        }
        if (state.waiting().isEmpty() && state.kept().containsAll(goals)) {
            var found = new Found(minus(state.kept(), goals), state.lent());
            boolean exact = found.beside().size() + goals.size() == state.kept().size();
            if (exact && best.filter(other -> !found.isBetterThan(other)).isEmpty()) {
                best = Optional.of(found);
            }
        }
    }

    private void go(Node node, State others) {
        for (List<String> on : outcomes(node, others)) {
            todo.push(new State(plus(others.moving(), on), others.waiting(), others.kept(), others.lent()));
        }
    }

    /** The tokens that a token at the node becomes, in each way it may go; the state is that of all others. */
    private List<List<String>> outcomes(Node node, State others) {
        var outcomes = new ArrayList<List<String>>();
        for (List<String> beside : sent(node)) {
            for (List<String> on : on(node, others)) {
                outcomes.add(plus(on, beside));
            }
        }
        if (!atOnce) {
            node.broken().forEach(event -> outcomes.add(List.of(event)));
        }
        return outcomes;
    }

    private List<List<String>> on(Node node, State others) {
        if (node.part() == Part.SCOPE && entered.contains(node.id())) {
            return List.of(graph.starts(node.id()));
        }
        if (node.part() == Part.END && graph.has(node.scope())) {
            boolean last = plus(plus(others.moving(), others.waiting()), others.kept()).stream()
                    .noneMatch(token -> graph.around(token).contains(node.scope()));
            return last ? splits(graph.node(node.scope())) : List.of(List.of());
        }
        return splits(node);
    }

    private static List<List<String>> splits(Node node) {
        return switch (node.next().isEmpty() ? Share.ALL : node.share()) {
            case ALL -> List.of(node.next());
            case ONE -> node.next().stream().map(List::of).toList();
            case SOME -> {
                List<List<String>> some = new ArrayList<>();
                for (String flow : node.next()) {
                    List.copyOf(some).forEach(others -> some.add(plus(others, List.of(flow))));
                    some.add(List.of(flow));
                }
                yield some;
            }
        };
    }

    /** What events beside the node may have sent on its way, as far as it could be standing somewhere now. */
    private List<List<String>> sent(Node node) {
        List<List<String>> sent = new ArrayList<>(List.of(List.of()));
        if (!atOnce) {
            for (String event : node.beside()) {
                Set<String> ahead = graph.reachable(event, entered, Set.of());
                long standing = wanted.stream().filter(ahead::contains).count();
                for (List<String> before : List.copyOf(sent)) {
                    for (int times = 1; times <= standing; times++) {
                        sent.add(plus(before, Collections.nCopies(times, event)));
                    }
                }
            }
        }
        return sent;
    }

    private static List<String> plus(Collection<String> some, Collection<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static List<String> sorted(List<String> some, String one) {
        var all = new ArrayList<>(some);
        all.add(one);
        all.sort(Comparator.naturalOrder());
        return List.copyOf(all);
    }

    private static List<String> minus(List<String> all, Collection<String> some) {
        var rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
