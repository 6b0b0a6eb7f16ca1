package org.bihuan.attachment;

import java.util.UUID;

/**
 * A photo that was checked and re-encoded and waits in the storage's entrance hall until a case takes it. Unused ones
 * are swept away after a day.
 *
 * @param id of the waiting files; the stored photo gets an id of its own
 * @param fileName cleaned name for display
 * @param width pixels of the large picture
 * @param height pixels of the large picture
 */
public record PreparedPhoto(UUID id, String fileName, int width, int height) {}
