package org.bihuan.transaction;

import java.util.Optional;

/**
 * Recognises failures that only say somebody else was faster, in the words of a technology that the rest of the program
 * need not know. Each bean of it is asked.
 */
public interface LostRace {

    /**
     * What this one failure says, without its causes, which are asked one by one; empty when it is no lost race or not
     * known.
     */
    Optional<Loss> find(Throwable failure);

    /**
     * A race was lost, so that doing the same once more makes sense.
     *
     * @param reason short and the same for all such losses, for the log and for counting
     * @param tries how often to try in all
     */
    record Loss(String reason, int tries) {

        /** Tries in all, the first one included. */
        public static final int MOST_TRIES = 5;

        /** The other side certainly was first: nothing of ours was kept. */
        public static Loss certain(String reason) {
            return new Loss(reason, MOST_TRIES);
        }

        /** Probably a lost race, possibly a fault of our own: tried once more, then shown as what it is. */
        public static Loss probable(String reason) {
            return new Loss(reason, 2);
        }

        boolean isCertain() {
            return tries == MOST_TRIES;
        }
    }
}
