package org.bihuan.attachment;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.casefile.Actor;
import org.jspecify.annotations.Nullable;

record PhotoRow(
        String id,
        String caseNumber,
        PhotoKind kind,
        int position,
        int width,
        int height,
        String fileName,
        Actor.Kind actorKind,
        @Nullable Long staffId,
        Instant takenIn) {

    Photo photo() {
        return new Photo(UUID.fromString(id), caseNumber, kind, width, height, fileName, takenIn);
    }
}
