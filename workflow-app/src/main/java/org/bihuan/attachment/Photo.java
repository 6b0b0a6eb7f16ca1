package org.bihuan.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored photo of a case.
 *
 * @param width pixels of the large picture
 * @param height pixels of the large picture
 * @param fileName cleaned name for display, always ending in .jpg
 * @param takenIn when it was uploaded, not when it was shot
 */
public record Photo(
        UUID id, String caseNumber, PhotoKind kind, int width, int height, String fileName, Instant takenIn) {}
