package org.bihuan.bench;

import java.util.List;

/** What is compared: each peer does the same in its own way. Users are counted from 0. */
public final class Peers {

    private Peers() {}

    /** One of those compared. */
    public interface Peer {

        String name();
    }

    /** Starts an approval, claims and completes its first task and completes the second: four commits. */
    public interface Approving extends Peer {

        void approve(int user);
    }

    /** Lets several users claim the same tasks. */
    public interface Racing extends Peer {

        /** Ids of that many open tasks, made for one race. */
        List<String> open(int tasks);

        Outcome claim(String task, int user);

        /** How many of the tasks have an owner. */
        long owned(List<String> tasks);
    }

    /** What a user sees who tries to claim. */
    public enum Outcome {
        WON,
        TOLD_WHO_WAS_FIRST,
        EXCEPTION_SHOWN
    }

    /** Asks every community for a report and ends when all are in. */
    public interface Dispatching extends Peer {

        /** Handles of the open reports of a new round. */
        List<String> dispatch(int communities);

        void close(String report);

        /** Whether somebody else was in the way, so that the user has to try again. */
        boolean lostRace(RuntimeException e);

        /** How often the peer itself has tried again so far, so that nobody noticed. */
        default long silentRetries() {
            return 0;
        }

        /** Whether the latest round as a whole has ended. */
        boolean over();

        /** Lets jobs run from now on, for a peer that ends a round by jobs. */
        default void jobs(boolean running) {}
    }

    /** Shows the first page of what a user may do who belongs to 10 of 500 groups, and how much there is. */
    public interface Listing extends Peer {

        /** Makes so many more open tasks, numbered from one number to another. */
        void fill(int from, int to);

        int page(int reader);

        long count(int reader);
    }
}
