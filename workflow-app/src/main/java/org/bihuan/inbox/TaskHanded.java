package org.bihuan.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A task got another holder, who goes on where the former one stopped. Published in the transaction of the deed.
 *
 * @param fromStaffId empty when nobody held it
 * @param toStaffId empty when its posts have it again
 */
public record TaskHanded(
        String taskId, @Nullable Long fromStaffId, @Nullable Long toStaffId) {}
