package org.bihuan.inbox;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Does something with many items, one after the other, beside the page that asked for it: the page shows how far it is,
 * and may be left. What is refused does not keep the next from being done.
 */
@Component
public class BulkRuns {

    /** Each takes one connection of those for people. */
    private static final int AT_ONCE = 4;

    private final Executor executor;

    /** What became of one item; {@code refusal} is empty when it was done. */
    public record Result(InboxItem item, @Nullable RuntimeException refusal) {}

    @Autowired
    BulkRuns() {
        this(Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().name("bulk-", 0).daemon().factory()));
    }

    /** Runs on threads of that executor's. */
    BulkRuns(Executor executor) {
        this.executor = executor;
    }

    /**
     * Begins, as the current user.
     *
     * @param each told of each item, in order, from a thread of the program's own
     */
    public void start(BulkVerb verb, List<InboxItem> items, BulkVerb.Input input, Consumer<Result> each) {
        List<InboxItem> wanted = List.copyOf(items);
        executor.execute(new DelegatingSecurityContextRunnable(
                () -> wanted.forEach(item -> each.accept(result(verb, item, input)))));
    }

    private static Result result(BulkVerb verb, InboxItem item, BulkVerb.Input input) {
        try {
            verb.apply(item, input);
            return new Result(item, null);
        } catch (RuntimeException e) {
            return new Result(item, e);
        }
    }

    /** What is done at this moment is finished as far as its row; the rest stays as it was. */
    @PreDestroy
    void stop() {
        if (executor instanceof ExecutorService own) {
            own.shutdownNow();
        }
    }
}
