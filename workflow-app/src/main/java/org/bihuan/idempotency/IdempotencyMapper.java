package org.bihuan.idempotency;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdempotencyMapper {

    /**
     * Takes the key, after whoever is just using it has ended.
     *
     * @return 1 when it is new; otherwise it was used before, which is counted
     */
    int take(String caller, String key, byte[] hash, Instant now);

    void answer(String caller, String key, String answer);

    @Nullable First first(String caller, String key);

    /** Removes the oldest that were made before the instant, and says how many. */
    int sweep(Instant before, int most);

    /**
     * The first sending under a key.
     *
     * @param answer JSON; empty only inside the transaction that is still at it
     */
    record First(byte[] hash, @Nullable String answer) {}
}
