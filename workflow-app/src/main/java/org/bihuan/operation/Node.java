package org.bihuan.operation;

import java.time.Instant;

/**
 * A node as it last said that it lives.
 *
 * @param lastSeenAt by the clock of the database
 * @param skewSeconds its clock less that of the database
 * @param pages open pages of staff
 * @param staff members of staff who have one open
 */
public record Node(
        String node,
        String version,
        String commitId,
        Instant startedAt,
        Instant lastSeenAt,
        int skewSeconds,
        int pages,
        int staff) {}
